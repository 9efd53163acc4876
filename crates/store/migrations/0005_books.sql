-- Real books: under which heads an office keeps our columns, tables that wait to be landed, what each import landed,
-- and the working calendar as the administrator keeps it.

CREATE TABLE book_mapping (
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- opinions, units, people …
  mapping TEXT NOT NULL,              -- JSON: own head (search key) → our column, '' where it is left out
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  PRIMARY KEY (unit_id, kind)
);
CREATE TABLE book_draft (             -- an uploaded table until it is landed or a day has passed
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX book_draft_user ON book_draft (user_id, at);
CREATE INDEX book_draft_at ON book_draft (at);
CREATE TABLE import_batch (           -- one import that landed rows
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  public_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  slips_at BIGINT,                    -- when its slips were shown for printing: once
  slips_by TEXT NOT NULL DEFAULT ''   -- to whom
);
CREATE UNIQUE INDEX import_batch_public ON import_batch (public_id);
CREATE INDEX import_batch_unit ON import_batch (unit_id, kind, at);
ALTER TABLE import_row ADD COLUMN batch_id TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
CREATE INDEX import_row_batch ON import_row (batch_id, seq);

-- The working calendar beside the one that ships with the program: superseded, never overwritten.
CREATE TABLE calendar_entry (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,                  -- ISO day; for a year its first of January
  kind TEXT NOT NULL,                 -- off | worked | year
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  swap TEXT NOT NULL,                 -- the day it was exchanged for, or ''
  source TEXT NOT NULL,
  confirmed BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  superseded_at BIGINT
);
CREATE INDEX calendar_entry_day ON calendar_entry (day, superseded_at);
