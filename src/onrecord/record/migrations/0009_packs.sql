-- Version 9: packs, which a person gives to tell beforehand who negotiates. Nobody had given any before.

CREATE TABLE pack (
  name TEXT PRIMARY KEY,    -- what the pack calls itself
  hash TEXT NOT NULL,       -- SHA-256 (hex) of its text
  toml TEXT NOT NULL,       -- the file's text
  came_from TEXT NOT NULL,  -- path that it was read from
  added_at TEXT NOT NULL,   -- when it was added, ISO 8601 with zone
  added_by TEXT NOT NULL    -- who added it
) STRICT, WITHOUT ROWID;
