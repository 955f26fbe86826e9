"""Who is who in one report: every mention resolved to the fullest form found there, with its side."""

from onrecord.annotate.cast.cast import Cast, fullest
from onrecord.annotate.cast.read import read_cast
from onrecord.annotate.cast.speaking import side_of

__all__ = ["Cast", "fullest", "read_cast", "side_of"]
