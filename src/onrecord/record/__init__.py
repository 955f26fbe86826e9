"""The record: one SQLite file with everything that was read, and what it says together.

`open_record` opens it, `queries` read it, `store` and `judgements` are the only writers, `checks` tells whether it is sound.
"""

from onrecord.record.connection import Record, open_record

__all__ = ["Record", "open_record"]
