-- Version 5: more ready views, with titles, chains and keys for search; the search indexes name their tables as Datasette looks for them.

DROP TRIGGER report_words_in;
DROP TRIGGER report_words_out;
DROP TRIGGER report_words_changed;
DROP TRIGGER statement_words_in;
DROP TRIGGER statement_words_out;
DROP TABLE report_words;
DROP TABLE statement_words;
DROP VIEW reports;
DROP VIEW statements;

CREATE VIRTUAL TABLE report_words USING fts5(title, text, content="report", content_rowid='key', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER report_words_in AFTER INSERT ON report BEGIN
  INSERT INTO report_words(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER report_words_out AFTER DELETE ON report BEGIN
  INSERT INTO report_words(report_words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;

CREATE TRIGGER report_words_changed AFTER UPDATE OF title ON report BEGIN
  INSERT INTO report_words(report_words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO report_words(rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE VIRTUAL TABLE statement_words USING fts5(quote, content="statement", content_rowid='key', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER statement_words_in AFTER INSERT ON statement BEGIN
  INSERT INTO statement_words(rowid, quote) VALUES (new.key, new.quote);
END;
CREATE TRIGGER statement_words_out AFTER DELETE ON statement BEGIN
  INSERT INTO statement_words(statement_words, rowid, quote) VALUES ('delete', old.key, old.quote);
END;

INSERT INTO report_words(report_words) VALUES ('rebuild');
INSERT INTO statement_words(statement_words) VALUES ('rebuild');

CREATE VIEW reports AS
  SELECT r.name, r.outlet, d.date_first, d.date_last, d.basis AS dated_by, d.reason, r.title, r.language, r.genre, r.sentences, r.used, r.url, r.id, r.key
  FROM report r LEFT JOIN report_date d ON d.report = r.id ORDER BY d.date_first;

CREATE VIEW statements AS
  SELECT s.layer, s.kind, s.quote, s.source, s.source_side, s.date_first, s.date_last, r.outlet, r.title,
    r.name || ':' || s."start" || '-' || s."end" AS citation, s.confidence, s.chain_json, s.id, s.report, s.key
  FROM statement s JOIN report r ON r.id = s.report ORDER BY r.name, s."start";

CREATE VIEW events AS
  SELECT e.date_first, e.date_last, e.type, e.factuality, e.title, e.place, json_extract(e.value_json, '$.actors') AS actors,
    json_extract(e.value_json, '$.targets') AS targets, e.origins_least, e.origins_most, e.salience, e.negotiation, e.id
  FROM event e ORDER BY e.salience DESC;

CREATE VIEW disputes AS
  SELECT d.kind, d.about, d.title, json_extract(x.value, '$[0]') AS says, s.source, s.quote, r.name || ':' || s."start" || '-' || s."end" AS citation,
    d.settles, d.id AS dispute, s.id AS statement
  FROM dispute d, json_each(d.value_json, '$.sides') x, json_each(x.value, '$[1]') i JOIN statement s ON s.id = i.value JOIN report r ON r.id = s.report;

CREATE VIEW talks AS
  SELECT t.track, t.status, t.begins_first, t.begins_last, t.ends_first, t.ends_last, s.source, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, t.n AS spell, s.id AS statement
  FROM talks_spell t, json_each(t.value_json, '$.points') p JOIN statement s ON s.id = json_extract(p.value, '$.statement') JOIN report r ON r.id = s.report;

CREATE VIEW proposals AS
  SELECT p.title, p.tabled_by, json_extract(a.value, '$.party') AS party, json_extract(a.value, '$.answer') AS answer,
    json_extract(a.value, '$.version') AS version, json_extract(a.value, '$.told_by') AS told_by, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, p.id AS proposal, s.id AS statement
  FROM proposal_line p, json_each(p.value_json, '$.answers') a JOIN statement s ON s.id = json_extract(a.value, '$.statement')
    JOIN report r ON r.id = s.report;

CREATE VIEW agreements AS
  SELECT a.name, a.typed_by, a.date_first, a.date_last, json_extract(t.value, '$.obligor') AS obligor, json_extract(t.value, '$.what') AS what,
    json_extract(t.value, '$.obligee') AS obligee, json_extract(t.value, '$.in_return') AS in_return, json_extract(t.value, '$.id') AS term, a.id AS agreement
  FROM agreement a, json_each(a.value_json, '$.terms') t;

CREATE VIEW origins AS
  SELECT r.name AS report_name, o.kind, coalesce(b.name, o.other) AS other_name, o.score, r.outlet, o.report, o.other
  FROM origin_link o JOIN report r ON r.id = o.report LEFT JOIN report b ON b.id = o.other;

CREATE VIEW judgements AS
  SELECT j.n, j.action, j.layer, j.quote, j.who, j.decided_at, j.why, j.target, j.id FROM judgement j ORDER BY j.n;

CREATE VIEW problems AS
  SELECT p.kind, p.message, r.name AS report_name, p."start", p."end", p.came_from, p.lost, p.id FROM problem p LEFT JOIN report r ON r.id = p.report;

