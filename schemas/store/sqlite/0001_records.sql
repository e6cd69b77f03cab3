-- SPDX-License-Identifier: EUPL-1.2
-- The system of record. A released migration is never edited: add the next number.
-- Ids are 16 bytes, times are milliseconds since 1970-01-01T00:00:00Z, kinds are those of store::RecordKind.

-- Names of the keys that details are encrypted with, never the keys themselves.
CREATE TABLE keys (
  number INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 32)
) STRICT;

CREATE TABLE portfolios (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  source_system TEXT NOT NULL,
  source_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  changed INTEGER NOT NULL,
  record TEXT NOT NULL,  -- the search profile as canonical JSON
  hash TEXT NOT NULL CHECK (length(hash) = 64),  -- SHA-256 of all of the above
  UNIQUE (source_system, source_id)
) STRICT;

-- The detail profile of each portfolio: AES-256-GCM over canonical JSON, bound to the id and version of the portfolio.
CREATE TABLE details (
  portfolio INTEGER PRIMARY KEY REFERENCES portfolios (number) ON DELETE CASCADE,
  key INTEGER NOT NULL REFERENCES keys (number),
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) >= 16)  -- ends with the 16-byte tag
) STRICT;

CREATE TABLE vacancies (
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

CREATE TABLE employers (
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

-- Living records per kind, so that asking for the state does not read the tables.
CREATE TABLE counts (
  kind INTEGER PRIMARY KEY CHECK (kind BETWEEN 1 AND 3),
  living INTEGER NOT NULL CHECK (living >= 0)
) STRICT;
INSERT INTO counts (kind, living) VALUES (1, 0), (2, 0), (3, 0);

-- The change feed holds the latest change of each record; AUTOINCREMENT never gives a position twice.
CREATE TABLE changes (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  id BLOB NOT NULL CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  checksum INTEGER NOT NULL,  -- of the columns above; the unique index guards the position
  UNIQUE (kind, id)
) STRICT;

-- On whose behalf and why; an audit row points here, so that an import does not repeat the words a million times.
CREATE TABLE actors (
  number INTEGER PRIMARY KEY,
  who TEXT NOT NULL,
  purpose TEXT NOT NULL,
  UNIQUE (who, purpose)
) STRICT;

-- Who did what to which record; never its content. Numbered 1, 2, 3, ...; each row carries the SHA-256 of itself and of
-- the row before it.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (number),
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'erase', 'read')),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chain TEXT NOT NULL CHECK (length(chain) = 64)
) STRICT;
