-- Version 2: the roster, channels, proposals and agreements. All are derived, so that there is nothing to carry over.

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

CREATE VIEW roster AS
  SELECT l.name, l.status AS latest, s.date_first, s.date_last, s.source, s.quote, r.name || ':' || s."start" || '-' || s."end" AS citation,
    l.last_sign_first, l.last_sign_last, l.id AS captive
  FROM roster_line l JOIN support u ON u.kind = 'roster' AND u.object = l.id JOIN statement s ON s.id = u.statement JOIN report r ON r.id = s.report;

CREATE VIEW channels AS
  SELECT c.sender, c.through, c.receiver, s.date_first, s.date_last, s.source, s.quote, r.name || ':' || s."start" || '-' || s."end" AS citation,
    c.first_first, c.last_last, c.id AS channel
  FROM channel c JOIN support u ON u.kind = 'channel' AND u.object = c.id JOIN statement s ON s.id = u.statement JOIN report r ON r.id = s.report;
