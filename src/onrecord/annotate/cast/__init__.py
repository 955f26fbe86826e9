"""Who is who in one report: every mention resolved to the fullest form found there, with its side."""

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.read import read_cast

__all__ = ["Cast", "read_cast"]
