-- Version 8: what a desk notes on anything of the record. Nobody had noted anything before.

CREATE TABLE note (
  n INTEGER PRIMARY KEY,       -- order of writing, from 1; rows are never changed
  target TEXT NOT NULL,        -- id of the report, statement, event or entity that it is about
  who TEXT NOT NULL,           -- who wrote it
  written_at TEXT NOT NULL,    -- when, ISO 8601 with zone
  words TEXT NOT NULL,         -- what it says
  restricted INTEGER NOT NULL  -- 1 where it stays at the desk and leaves in no export, else 0
) STRICT;
CREATE INDEX note_target ON note(target);
CREATE TRIGGER note_keeps BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;
