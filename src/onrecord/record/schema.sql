-- The record, version 10. Reports, readings and judgements are what was put in; everything below "derived" is
-- computed from them by `onrecord.reconcile` and replaced whenever they change. Days are ISO, characters are
-- half-open places in report.text, columns named *_json hold the whole value as onrecord.types has it.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,   -- what is told: derived_of, derived_as_of, derived_judged, left_out, set_aside, statement_marks, remembered_by, derived_rows, excerpt, last_judgement
  value TEXT NOT NULL     -- its value
) STRICT;

CREATE TABLE raw (
  hash TEXT PRIMARY KEY,      -- SHA-256 (hex) of the bytes as they came
  size INTEGER NOT NULL,      -- how many bytes they were
  packed BLOB NOT NULL,       -- the bytes, zlib-compressed
  came_from TEXT,             -- path, address or "-" that they were read from
  collected_at TEXT NOT NULL, -- when they were collected, ISO 8601 with zone
  collector TEXT NOT NULL,    -- who or what collected them
  extractor TEXT NOT NULL     -- version of the reader that made text of them
) STRICT;

CREATE TABLE report (
  key INTEGER PRIMARY KEY,  -- row number, for the search index only
  id TEXT NOT NULL UNIQUE,  -- SHA-256 (hex) of text, outlet and canonical URL
  name TEXT NOT NULL,       -- the file's stem or the line's id, made safe; two reports may share it
  title TEXT,               -- headline, if one was found
  outlet TEXT,              -- who published it
  url TEXT,                 -- canonical address
  language TEXT NOT NULL,   -- ISO 639-1 code
  genre TEXT NOT NULL,      -- news, opinion, statement, readout, transcript, live_blog, tracker
  text TEXT NOT NULL,       -- the text as extracted; never changes
  published TEXT,           -- the printed or given date (EDTF)
  published_basis TEXT,     -- printed, given, metadata or url
  published_start INTEGER,  -- first character of the printed date
  published_end INTEGER,    -- one past its last character
  raw_hash TEXT NOT NULL,   -- raw.hash of the bytes it was made of
  added_at TEXT NOT NULL,   -- when it was added, ISO 8601 with zone
  sentences INTEGER NOT NULL, -- how many sentences were read
  used INTEGER NOT NULL,    -- how many of them gave a statement
  skipped_json TEXT NOT NULL -- [[reason, how many], …] of what was not read
) STRICT;
CREATE INDEX report_name ON report(name);

CREATE TABLE block (
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- whose block it is
  n INTEGER NOT NULL,       -- its place in the report, from 0
  kind TEXT NOT NULL,       -- title, paragraph, caption, furniture …
  "start" INTEGER NOT NULL, -- first character
  "end" INTEGER NOT NULL,   -- one past the last character
  speaker TEXT,             -- whose turn it is, in a transcript
  PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- whose page it is
  n INTEGER NOT NULL,       -- its number, from 1
  "start" INTEGER NOT NULL, -- first character on it
  PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  report TEXT PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE, -- what was read
  annotator TEXT NOT NULL,  -- version of the program, its word lists and its model
  packed BLOB NOT NULL      -- the reading as JSON (types.Reading without its report), zlib-compressed
) STRICT;

CREATE TABLE problem (
  id TEXT PRIMARY KEY,      -- hash of all that follows
  report TEXT REFERENCES report(id) ON DELETE CASCADE, -- the report it was met in, if one could be made
  kind TEXT NOT NULL,       -- missing, empty, binary, language, not_understood …
  message TEXT NOT NULL,    -- what was seen and what to do about it
  "start" INTEGER,          -- first character in question
  "end" INTEGER,            -- one past the last
  came_from TEXT,           -- path or file:line when no report could be made
  lost INTEGER NOT NULL     -- 1 when input was lost by it
) STRICT;
CREATE INDEX problem_report ON problem(report);

CREATE TABLE judgement (
  n INTEGER PRIMARY KEY,    -- order of decision, from 1; rows are never changed or removed
  id TEXT NOT NULL UNIQUE,  -- hash of the content and of the judgement before
  action TEXT NOT NULL,     -- accept, reject (a statement, or reports that are set aside), edit, merge, split, undo, add (an agreement, a pack, a missed statement), code (what a coder or an auditor said)
  target TEXT NOT NULL,     -- id of the statement, report, entity, event, judgement, coding or audit that it is about
  who TEXT NOT NULL,        -- who decided
  decided_at TEXT NOT NULL, -- when, ISO 8601 with zone
  why TEXT NOT NULL,        -- the reason given
  layer TEXT,               -- layer of the target, to find it again after re-reading
  quote TEXT,               -- its words
  context TEXT,             -- the words around them, with the report's id before
  value TEXT,               -- JSON of what is put in its place, the ids joined or parted, or the agreement typed in
  before TEXT NOT NULL      -- id of the judgement before, "" for the first
) STRICT;
CREATE TRIGGER judgement_keeps BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are never removed'); END;

CREATE TABLE reader (
  name TEXT PRIMARY KEY,    -- the name that the reader gave
  seen_at TEXT NOT NULL,    -- when all was marked as seen, ISO 8601 with zone
  watch TEXT NOT NULL       -- parties, persons, topics, figures, with commas between
) STRICT, WITHOUT ROWID;

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

CREATE TABLE note (
  n INTEGER PRIMARY KEY,       -- order of writing, from 1; rows are never changed
  target TEXT NOT NULL,        -- id of the report, statement, event or entity that it is about
  who TEXT NOT NULL,           -- who wrote it
  written_at TEXT NOT NULL,    -- when, ISO 8601 with zone
  words TEXT NOT NULL,         -- what it says
  restricted INTEGER NOT NULL, -- 1 where it stays at the desk and leaves in no export, else 0
  takes_back INTEGER           -- note.n of what this takes back, a note or such a taking back; NULL for a note
) STRICT;
CREATE INDEX note_target ON note(target);
CREATE TRIGGER note_keeps BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;

CREATE TABLE pack (
  name TEXT PRIMARY KEY,    -- what the pack calls itself
  hash TEXT NOT NULL,       -- SHA-256 (hex) of its text
  toml TEXT NOT NULL,       -- the file's text
  came_from TEXT NOT NULL,  -- path that it was read from
  added_at TEXT NOT NULL,   -- when it was added, ISO 8601 with zone
  added_by TEXT NOT NULL    -- who added it
) STRICT, WITHOUT ROWID;

-- derived -----------------------------------------------------------------------------------------------------------

CREATE TABLE statement (
  key INTEGER PRIMARY KEY,  -- row number, for the search index only
  id TEXT NOT NULL UNIQUE,  -- hash of report, layer, span and what is said there
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- which report says it
  layer TEXT NOT NULL,      -- attributions, figures, events, positions, commitments, proposals, status
  local TEXT NOT NULL,      -- its id within the reading ("f3")
  kind TEXT NOT NULL,       -- the value that matters most: measure, type, stance, account, role, status
  "start" INTEGER NOT NULL, -- first character of its words
  "end" INTEGER NOT NULL,   -- one past the last
  quote TEXT NOT NULL,      -- its words
  source TEXT,              -- by whose account (innermost of the chain); NULL is the report's own voice
  source_side TEXT,         -- the side that the source speaks for
  source_class TEXT,        -- named_person, unnamed_official …
  chain_json TEXT NOT NULL, -- the attributions around it, outermost first
  date_first TEXT,          -- first day when it happened, held or is due
  date_last TEXT,           -- last such day
  date_reason TEXT NOT NULL, -- how that was told
  published_first TEXT,     -- first day when its report may have been published
  published_last TEXT,      -- last such day
  in_opinion INTEGER NOT NULL, -- 1 when the report is an opinion
  in_caption INTEGER NOT NULL, -- 1 when the words stand in a caption
  in_title INTEGER NOT NULL, -- 1 when they stand in a title or standfirst
  confidence REAL NOT NULL, -- how sure the reading is, 0 to 1
  item_json TEXT NOT NULL   -- the whole item
) STRICT;
CREATE INDEX statement_report ON statement(report, "start");
CREATE INDEX statement_layer ON statement(layer, kind);

CREATE TABLE statement_party (
  statement TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE, -- the statement
  role TEXT NOT NULL,       -- actor, target, through, party, obligor, obligee, whose, tabled, carried, answered, amended, withdrawn, to, source, side
  name TEXT NOT NULL,       -- the name as the reading gives it
  PRIMARY KEY (statement, role, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_party_name ON statement_party(name COLLATE NOCASE);

CREATE TABLE report_date (
  report TEXT PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE, -- the report
  date_first TEXT,          -- first day when it may have been published
  date_last TEXT,           -- last such day
  basis TEXT NOT NULL,      -- printed, given, metadata, url, inferred, unknown
  reason TEXT NOT NULL,     -- the derivation in words
  value_json TEXT NOT NULL  -- types.ReportDate
) STRICT;

CREATE TABLE entity (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  name TEXT NOT NULL,       -- the fullest name
  kind TEXT NOT NULL,       -- person, body, state, place, outlet, group, document, thing
  side TEXT,                -- party or country it acts for
  value_json TEXT NOT NULL  -- types.Entity
) STRICT;

CREATE TABLE entity_name (
  entity TEXT NOT NULL REFERENCES entity(id) ON DELETE CASCADE, -- the entity
  name TEXT NOT NULL,       -- a name it bears somewhere
  PRIMARY KEY (entity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name_name ON entity_name(name COLLATE NOCASE);

CREATE TABLE entity_mention (
  entity TEXT NOT NULL REFERENCES entity(id) ON DELETE CASCADE, -- who is meant
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- where
  "start" INTEGER NOT NULL, -- first character of the mention
  "end" INTEGER NOT NULL,   -- one past the last
  PRIMARY KEY (entity, report, "start", "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE negotiation (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  name TEXT NOT NULL,       -- parties and what is at stake, in words
  stake TEXT,               -- what is at stake
  date_first TEXT,          -- first day that its reports tell of
  date_last TEXT,           -- last such day
  value_json TEXT NOT NULL  -- types.Negotiation
) STRICT;

CREATE TABLE negotiation_report (
  negotiation TEXT NOT NULL REFERENCES negotiation(id) ON DELETE CASCADE, -- the talks
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- a report about them
  PRIMARY KEY (negotiation, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_link (
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- the later text
  other TEXT NOT NULL,      -- report id, or name of an outlet or document outside the record
  kind TEXT NOT NULL,       -- copy, rewrite, update, corrects, cites, quotes, wire, tracker
  score REAL NOT NULL,      -- how alike, 0 to 1
  value_json TEXT NOT NULL, -- types.OriginLink, with the reasons
  PRIMARY KEY (report, other, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  type TEXT NOT NULL,       -- the closed list of event types
  title TEXT NOT NULL,      -- one line for a person
  date_first TEXT,          -- first day when it may have happened
  date_last TEXT,           -- last such day
  factuality TEXT NOT NULL, -- happened, ongoing, planned, possible, denied, called_for, conditional
  place TEXT,               -- where
  negotiation TEXT,         -- negotiation.id
  salience REAL NOT NULL,   -- how much a reader needs it, 0 to 1
  origins_least INTEGER NOT NULL, -- surely distinct origins
  origins_most INTEGER NOT NULL, -- possibly distinct origins
  value_json TEXT NOT NULL  -- types.Event
) STRICT;

CREATE TABLE ledger (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  title TEXT NOT NULL,      -- what is counted, of whom
  unit TEXT NOT NULL,       -- hostages, prisoners, days …
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.Ledger
) STRICT;

CREATE TABLE ledger_value (
  ledger TEXT NOT NULL REFERENCES ledger(id) ON DELETE CASCADE, -- its ledger
  statement TEXT NOT NULL,  -- the figure's statement
  report TEXT NOT NULL,     -- which report gives it
  measure TEXT NOT NULL,    -- taken, held, released …
  scope TEXT,               -- of whom, in the report's words
  low REAL,                 -- least value meant
  high REAL,                -- greatest value meant; NULL is open
  label TEXT NOT NULL,      -- number with comparator, in words
  as_of_first TEXT,         -- first day when it held
  as_of_last TEXT,          -- last such day
  side TEXT,                -- side of its source
  source TEXT,              -- by whose account
  own_voice INTEGER NOT NULL, -- 1 when the report says it itself
  PRIMARY KEY (ledger, statement, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_line (
  id TEXT NOT NULL,         -- hash of what identifies the sum
  ledger TEXT NOT NULL REFERENCES ledger(id) ON DELETE CASCADE, -- its ledger
  verdict TEXT NOT NULL,    -- adds_up, does_not_add_up, open, consistent, update, rounding …
  sum TEXT NOT NULL,        -- the arithmetic in a sentence
  difference REAL,          -- what is left over
  note TEXT NOT NULL,       -- what to know of it
  PRIMARY KEY (ledger, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE position_line (
  id TEXT PRIMARY KEY,      -- hash of party and topic
  party TEXT NOT NULL,      -- whose position
  topic TEXT NOT NULL,      -- on what, in the reports' words
  topic_key TEXT NOT NULL,  -- by which topics are compared
  stance TEXT NOT NULL,     -- the latest stance
  role TEXT NOT NULL,       -- party, mediator_proposal, mediator_ultimatum, other
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.PositionLine
) STRICT;

CREATE TABLE commitment_line (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  obligor TEXT NOT NULL,    -- who owes
  obligee TEXT,             -- to whom
  what TEXT NOT NULL,       -- what is owed
  standing TEXT NOT NULL,   -- owed, kept, kept in part, breached by …, disputed
  deadline_first TEXT,      -- first day when it is due
  deadline_last TEXT,       -- last such day
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.CommitmentLine
) STRICT;

CREATE TABLE talks_spell (
  n INTEGER PRIMARY KEY,    -- order in time
  track TEXT NOT NULL,      -- talks, or a track that a pack names
  status TEXT NOT NULL,     -- none, exploring, active, progress, agreed, stalled, suspended, collapsed
  begins_first TEXT,        -- first day when it may have begun
  begins_last TEXT,         -- last such day
  ends_first TEXT,          -- first day when it may have ended
  ends_last TEXT,           -- last such day
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.TalksSpell
) STRICT;

CREATE TABLE dispute (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  kind TEXT NOT NULL,       -- conflict, update, different scope, different as-of, rounding, open term
  about TEXT NOT NULL,      -- figure, date, place, who, breach, whether, position, status
  title TEXT NOT NULL,      -- one line for a person
  settles TEXT NOT NULL,    -- what would settle it
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.Dispute
) STRICT;

CREATE TABLE roster_line (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  name TEXT NOT NULL,       -- the captive, by the fullest name
  status TEXT NOT NULL,     -- what is told last as a fact: taken, held, seen_alive, released, rescued, said_dead …
  entity TEXT,              -- entity.id of the person
  last_sign_first TEXT,     -- first day on which the last sign of life may have been given
  last_sign_last TEXT,      -- last such day
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.RosterLine
) STRICT;

CREATE TABLE channel (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  sender TEXT NOT NULL,     -- from whom
  receiver TEXT NOT NULL,   -- to whom
  through TEXT NOT NULL,    -- those in between, in their order, with → between them; empty for none
  first_first TEXT,         -- first day when it may first have been used
  first_last TEXT,          -- last such day
  last_first TEXT,          -- first day when it may last have been used
  last_last TEXT,           -- last such day
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.Channel
) STRICT;

CREATE TABLE proposal_line (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  title TEXT NOT NULL,      -- one line for a person
  tabled_by TEXT NOT NULL,  -- whose text it is, by every account, with commas between
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.ProposalLine
) STRICT;

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,      -- hash of what identifies it
  name TEXT NOT NULL,       -- one line for a person
  typed_by TEXT,            -- who typed it in; NULL where it was put together from reports
  date_first TEXT,          -- first day on which it holds
  date_last TEXT,           -- last such day
  negotiation TEXT,         -- negotiation.id
  value_json TEXT NOT NULL  -- types.Agreement
) STRICT;

CREATE TABLE withdrawn (
  statement TEXT PRIMARY KEY REFERENCES statement(id) ON DELETE CASCADE, -- what is said no more
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- the earlier version that says it
  by_report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- the first later version that does not
  date_first TEXT,          -- first day when that version may have been published
  date_last TEXT,           -- last such day
  corrected INTEGER NOT NULL, -- 1 when it carries a note of correction
  value_json TEXT NOT NULL  -- types.Withdrawn
) STRICT, WITHOUT ROWID;

CREATE TABLE support (
  kind TEXT NOT NULL,       -- event, ledger, ledger_line, position, commitment, talks, dispute, roster, channel, proposal, agreement
  object TEXT NOT NULL,     -- id of what rests on the statement
  statement TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE, -- the statement it rests on
  PRIMARY KEY (kind, object, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_statement ON support(statement);

-- remembered: results of pure work, kept so that it is not done again; dropped with the program, the reading or the inputs -----------------------

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

-- search ------------------------------------------------------------------------------------------------------------

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

-- ready views, for Datasette and for anybody with a SQLite shell ----------------------------------------------------

CREATE VIEW set_aside AS
  SELECT r.name, r.outlet, r.title, j.who, j.decided_at, j.why, r.id AS report, j.id AS judgement
  FROM meta m, json_each(m.value) e JOIN judgement j ON j.id = e.value JOIN report r ON r.id = e.key WHERE m.key = 'set_aside' ORDER BY r.name, r.id;

CREATE VIEW reports AS
  SELECT r.name, r.outlet, d.date_first, d.date_last, d.basis AS dated_by, d.reason, r.title, r.language, r.genre, r.sentences, r.used, r.url, r.id, r.key
  FROM report r LEFT JOIN report_date d ON d.report = r.id
  WHERE r.id NOT IN (SELECT report FROM set_aside) ORDER BY d.date_first;

CREATE VIEW statements AS
  SELECT s.layer, s.kind, s.quote, s.source, s.source_side, s.date_first, s.date_last, r.outlet, r.title,
    r.name || ':' || s."start" || '-' || s."end" AS citation, s.confidence, s.chain_json, s.id, s.report, s.key
  FROM statement s JOIN report r ON r.id = s.report ORDER BY r.name, s."start";

CREATE VIEW figures AS
  SELECT l.title AS ledger, v.measure, v.label, v.low, v.high, v.scope, v.as_of_first, v.as_of_last, v.source, v.side, v.own_voice, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, v.statement
  FROM ledger_value v JOIN ledger l ON l.id = v.ledger JOIN statement s ON s.id = v.statement JOIN report r ON r.id = s.report;

CREATE VIEW timeline AS
  SELECT e.date_first, e.date_last, e.type, e.factuality, e.title, e.place, e.origins_least, e.origins_most, s.source, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, e.id AS event, s.id AS statement
  FROM event e JOIN support u ON u.kind = 'event' AND u.object = e.id JOIN statement s ON s.id = u.statement JOIN report r ON r.id = s.report
  ORDER BY e.date_first DESC;

CREATE VIEW positions AS
  SELECT p.party, p.topic, p.stance AS latest, s.kind AS stance, s.date_first, s.date_last, s.source, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, p.id AS position
  FROM position_line p JOIN support u ON u.kind = 'position' AND u.object = p.id JOIN statement s ON s.id = u.statement JOIN report r ON r.id = s.report;

CREATE VIEW commitments AS
  SELECT c.obligor, c.what, c.obligee, c.standing, s.kind AS account, s.source, s.quote,
    r.name || ':' || s."start" || '-' || s."end" AS citation, c.id AS commitment
  FROM commitment_line c JOIN support u ON u.kind = 'commitment' AND u.object = c.id JOIN statement s ON s.id = u.statement JOIN report r ON r.id = s.report;

CREATE VIEW roster AS
  SELECT c.name, c.status AS latest, json_extract(p.value, '$.status') AS status, json_extract(p.value, '$.factuality') AS factuality,
    json_extract(p.value, '$.told_by') AS told_by, json_extract(p.value, '$.words.quote') AS quote,
    r.name || ':' || json_extract(p.value, '$.words.span[0]') || '-' || json_extract(p.value, '$.words.span[1]') AS citation,
    c.last_sign_first, c.last_sign_last, c.id AS captive
  FROM roster_line c, json_each(c.value_json, '$.points') p JOIN report r ON r.id = json_extract(p.value, '$.words.report');

CREATE VIEW channels AS
  SELECT c.sender, c.through, c.receiver, json_extract(u.value, '$.kind') AS kind, json_extract(u.value, '$.told_by') AS told_by,
    json_extract(u.value, '$.words.quote') AS quote,
    r.name || ':' || json_extract(u.value, '$.words.span[0]') || '-' || json_extract(u.value, '$.words.span[1]') AS citation,
    c.first_first, c.last_last, c.id AS channel
  FROM channel c, json_each(c.value_json, '$.uses') u JOIN report r ON r.id = json_extract(u.value, '$.words.report');

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
  SELECT p.kind, p.message, r.name AS report_name, p."start", p."end", p.came_from, p.lost, p.id FROM problem p LEFT JOIN report r ON r.id = p.report
  WHERE p.report IS NULL OR p.report NOT IN (SELECT report FROM set_aside);
