-- SPDX-License-Identifier: EUPL-1.2
-- Who looked at whom: the records of Logboek dataverwerkingen. A released migration is never edited: add the next number.
-- Times are milliseconds since 1970-01-01T00:00:00Z.

-- What was done by whom and why; a read points here, so that a page of people does not repeat the words for each.
CREATE TABLE acts (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  activity TEXT NOT NULL,  -- URI in the register of processing activities
  role TEXT NOT NULL,
  reader TEXT NOT NULL,  -- subject at the identity provider, never a display name
  tenant TEXT NOT NULL,
  purpose TEXT NOT NULL,
  UNIQUE (name, activity, role, reader, tenant, purpose)
) STRICT;

-- One row per person shown. AUTOINCREMENT: a number is never given twice, so that what was passed on is known.
CREATE TABLE reads (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  trace BLOB NOT NULL CHECK (length(trace) = 16),
  span BLOB NOT NULL CHECK (length(span) = 8),
  parent BLOB NOT NULL CHECK (length(parent) IN (0, 8)),  -- empty: none
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 2),  -- of store::ReadStatus
  started INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  act INTEGER NOT NULL REFERENCES acts (number),
  subject BLOB NOT NULL CHECK (length(subject) = 16)  -- candidate id, which is the pseudonym
) STRICT;
CREATE INDEX reads_by_subject ON reads (subject, number);
CREATE INDEX reads_by_act ON reads (act);

-- Up to which read each collector has acknowledged.
CREATE TABLE passed_on (
  endpoint TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT;
