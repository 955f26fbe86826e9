-- Version 6: who reads the pages, when each looked last, and what each watches. Nobody had looked before.

CREATE TABLE reader (
  name TEXT PRIMARY KEY,    -- the name that the reader gave
  seen_at TEXT NOT NULL,    -- when all was marked as seen, ISO 8601 with zone
  watch TEXT NOT NULL       -- parties, persons, topics, figures, with commas between
) STRICT, WITHOUT ROWID;
