-- Where several processes keep what was shown to one of them: doichieu/stores, docs/server.md. PostgreSQL 9.5 or newer.
-- Whoever asks needs SELECT, INSERT and UPDATE; whoever purges, DELETE. Never UNLOGGED: a crash would empty it.
CREATE TABLE IF NOT EXISTS doichieu_showings (
  key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
  record bytea NOT NULL CHECK (octet_length(record) <= 256),
  until bigint NOT NULL,
  again boolean NOT NULL DEFAULT false
);
CREATE INDEX IF NOT EXISTS doichieu_showings_until ON doichieu_showings (until);
