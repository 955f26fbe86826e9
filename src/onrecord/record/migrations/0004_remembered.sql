-- Results of pure work that reconciling need not do again while the program, the reading or the inputs are the same.
CREATE TABLE remembered_reading (
  work TEXT NOT NULL,       -- what was done with the reading
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- whose reading it was done with
  value BLOB NOT NULL,      -- the result, as MessagePack
  PRIMARY KEY (work, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX remembered_reading_report ON remembered_reading(report);
CREATE TRIGGER reading_comes AFTER INSERT ON reading BEGIN
  DELETE FROM remembered_reading WHERE report = new.report;
END;
CREATE TRIGGER reading_changes AFTER UPDATE ON reading BEGIN
  DELETE FROM remembered_reading WHERE report = new.report;
END;

CREATE TABLE remembered_inputs (
  work TEXT NOT NULL,       -- what was done
  inputs TEXT NOT NULL,     -- hash of all that it was done with
  value BLOB NOT NULL,      -- the result, as MessagePack
  PRIMARY KEY (work, inputs)
) STRICT, WITHOUT ROWID;

