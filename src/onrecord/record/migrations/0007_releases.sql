-- Version 7: what the record said when it was frozen under a name. Nothing had been frozen before.

CREATE TABLE release (
  name TEXT PRIMARY KEY,    -- what the release is called
  made_at TEXT NOT NULL,    -- when it was frozen, ISO 8601 with zone
  program TEXT NOT NULL,    -- version of the program that had derived it
  note TEXT NOT NULL,       -- what who froze it says of it, or ""
  judged INTEGER NOT NULL,  -- judgement.n of the last judgement that it rests on, 0 before the first
  hash TEXT NOT NULL        -- SHA-256 (hex) of all that follows, kind by kind
) STRICT;

CREATE TABLE release_part (
  release TEXT NOT NULL REFERENCES release(name) ON DELETE CASCADE, -- whose rows they are
  kind TEXT NOT NULL,       -- report, statement, event, ledger, position … as `onrecord release show` names them
  rows INTEGER NOT NULL,    -- how many rows there are
  packed BLOB NOT NULL,     -- the rows as JSON (types.FrozenRow), zlib-compressed
  PRIMARY KEY (release, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER release_keeps BEFORE UPDATE ON release BEGIN SELECT RAISE(ABORT, 'releases are never changed'); END;
CREATE TRIGGER release_part_keeps BEFORE UPDATE ON release_part BEGIN SELECT RAISE(ABORT, 'releases are never changed'); END;
