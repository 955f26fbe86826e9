-- Version 10: desk notes that are taken back, and reports that are set aside. Nobody had done either before.

ALTER TABLE note RENAME TO note_before;
CREATE TABLE note (
  n INTEGER PRIMARY KEY,       -- order of writing, from 1; rows are never changed
  target TEXT NOT NULL,        -- id of the report, statement, event or entity that it is about
  who TEXT NOT NULL,           -- who wrote it
  written_at TEXT NOT NULL,    -- when, ISO 8601 with zone
  words TEXT NOT NULL,         -- what it says
  restricted INTEGER NOT NULL, -- 1 where it stays at the desk and leaves in no export, else 0
  takes_back INTEGER           -- note.n of what this takes back, a note or such a taking back; NULL for a note
) STRICT;
INSERT INTO note SELECT n, target, who, written_at, words, restricted, NULL FROM note_before;
DROP TABLE note_before;
CREATE INDEX note_target ON note(target);
CREATE TRIGGER note_keeps BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;

CREATE VIEW set_aside AS
  SELECT r.name, r.outlet, r.title, j.who, j.decided_at, j.why, r.id AS report, j.id AS judgement
  FROM meta m, json_each(m.value) e JOIN judgement j ON j.id = e.value JOIN report r ON r.id = e.key WHERE m.key = 'set_aside' ORDER BY r.name, r.id;

DROP VIEW reports;
CREATE VIEW reports AS
  SELECT r.name, r.outlet, d.date_first, d.date_last, d.basis AS dated_by, d.reason, r.title, r.language, r.genre, r.sentences, r.used, r.url, r.id, r.key
  FROM report r LEFT JOIN report_date d ON d.report = r.id
  WHERE r.id NOT IN (SELECT report FROM set_aside) ORDER BY d.date_first;

DROP VIEW problems;
CREATE VIEW problems AS
  SELECT p.kind, p.message, r.name AS report_name, p."start", p."end", p.came_from, p.lost, p.id FROM problem p LEFT JOIN report r ON r.id = p.report
  WHERE p.report IS NULL OR p.report NOT IN (SELECT report FROM set_aside);
