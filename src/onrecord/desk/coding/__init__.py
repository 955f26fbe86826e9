"""What coders found in the reports of a record: read from their tables, kept as judgements, compared with each other and with the program."""

from onrecord.desk.coding.applying import apply
from onrecord.desk.coding.keeping import Applied, Kept, coder_names, codings_of, import_table
from onrecord.desk.coding.program import PROGRAM

__all__ = ["PROGRAM", "Applied", "Kept", "apply", "coder_names", "codings_of", "import_table"]
