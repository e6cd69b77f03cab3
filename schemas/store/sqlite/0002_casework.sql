-- SPDX-License-Identifier: EUPL-1.2
-- What the staff writes down of its work (kinds 4 to 6), and requests that are carried out once.
-- SQLite cannot widen a CHECK, so the three tables that list kinds are made anew with what they held.

CREATE TABLE selections (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  source_system TEXT NOT NULL,
  source_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  changed INTEGER NOT NULL,
  record TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (source_system, source_id)
) STRICT;

CREATE TABLE proposals (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  source_system TEXT NOT NULL,
  source_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  changed INTEGER NOT NULL,
  record TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (source_system, source_id)
) STRICT;

CREATE TABLE contact_moments (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  source_system TEXT NOT NULL,
  source_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  changed INTEGER NOT NULL,
  record TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (source_system, source_id)
) STRICT;

-- Which records are about whom or what: the owner of a selection, the employer of a vacancy, and so on. Indexes on what
-- stands in the JSON would need functions that an untrusted schema may not use.
CREATE TABLE links (
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  relation TEXT NOT NULL CHECK (relation IN ('owner', 'candidate', 'vacancy', 'employer')),
  target TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (kind, relation, target, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_record ON links (kind, id);
INSERT INTO links
  SELECT 2, 'employer', json_extract(record, '$.employerId'), id FROM vacancies
  WHERE json_extract(record, '$.employerId') IS NOT NULL;

ALTER TABLE counts RENAME TO counts_before;
CREATE TABLE counts (
  kind INTEGER PRIMARY KEY CHECK (kind BETWEEN 1 AND 6),
  living INTEGER NOT NULL CHECK (living >= 0)
) STRICT;
INSERT INTO counts SELECT kind, living FROM counts_before;
INSERT INTO counts (kind, living) VALUES (4, 0), (5, 0), (6, 0);
DROP TABLE counts_before;

ALTER TABLE changes RENAME TO changes_before;
CREATE TABLE changes (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  id BLOB NOT NULL CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  checksum INTEGER NOT NULL,
  UNIQUE (kind, id)
) STRICT;
INSERT INTO changes SELECT position, kind, id, version, erased, checksum FROM changes_before;
-- A position is never given twice, also when the newest change was replaced by none.
DELETE FROM sqlite_sequence WHERE name = 'changes';
INSERT INTO sqlite_sequence SELECT 'changes', seq FROM sqlite_sequence WHERE name = 'changes_before';
DROP TABLE changes_before;

ALTER TABLE audit RENAME TO audit_before;
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (number),
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'erase', 'read')),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chain TEXT NOT NULL CHECK (length(chain) = 64)
) STRICT;
INSERT INTO audit SELECT number, time, actor, action, kind, id, chain FROM audit_before;
DROP TABLE audit_before;

-- Requests with an Idempotency-Key that were carried out: a repetition is known by its key, a misuse by its content.
CREATE TABLE requests (
  key TEXT PRIMARY KEY CHECK (length(key) = 64),  -- SHA-256 of who asked and the key
  content TEXT NOT NULL CHECK (length(content) = 64),  -- SHA-256 of what was asked
  time INTEGER NOT NULL
) STRICT;
CREATE INDEX requests_by_time ON requests (time);
