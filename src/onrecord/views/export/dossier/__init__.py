"""One statement, event or figure with all its evidence in a folder that can be checked without this program."""

from onrecord.views.export.dossier.checking import check_dossier
from onrecord.views.export.dossier.writing import write_dossier

__all__ = ["check_dossier", "write_dossier"]
