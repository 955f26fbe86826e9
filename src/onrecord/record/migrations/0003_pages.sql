-- Version 3: where the printed pages of a report begin. Reports of older records came on none, as no form with pages was read.

CREATE TABLE page (
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- whose page it is
  n INTEGER NOT NULL,       -- its number, from 1
  "start" INTEGER NOT NULL, -- first character on it
  PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
