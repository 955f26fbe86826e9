"""What coders found in the reports of a record: read from their tables, kept as judgements, compared with each other and with the program."""

from onrecord.coding.applying import Applied, apply
from onrecord.coding.keeping import Kept, coder_names, codings_of, import_table
from onrecord.coding.program import PROGRAM

__all__ = ["PROGRAM", "Applied", "Kept", "apply", "coder_names", "codings_of", "import_table"]
