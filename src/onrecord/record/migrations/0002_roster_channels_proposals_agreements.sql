-- Version 2: the roster, channels, proposals and agreements, and what later versions withdrew. All are derived, so that there is nothing to carry over.

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
