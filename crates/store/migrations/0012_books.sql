-- Books of offices: tables that land while their page shows how far they are, and a calendar that a running server sees.

-- Raised with every entry of the calendar: a server that holds another number reads the entries anew.
CREATE TABLE calendar_revision (
  id BIGINT PRIMARY KEY,              -- 1
  revision BIGINT NOT NULL
);
INSERT INTO calendar_revision (id, revision) SELECT 1, count(*) FROM calendar_entry;

-- How far a table is that lands, for its page.
ALTER TABLE book_draft ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting';  -- waiting | landing | landed
ALTER TABLE book_draft ADD COLUMN done BIGINT NOT NULL DEFAULT 0;         -- rows that were tried
ALTER TABLE book_draft ADD COLUMN whole BIGINT NOT NULL DEFAULT 0;        -- rows to be tried
ALTER TABLE book_draft ADD COLUMN beat_at BIGINT NOT NULL DEFAULT 0;      -- when the landing last said so
ALTER TABLE book_draft ADD COLUMN outcome BLOB;                           -- what became of the rows, sealed like the table

-- Whose administrators there are, without a look at every account.
CREATE INDEX role_grant_role ON role_grant (role, unit_id);

-- Minutes that wait for their signature are few among all that ever were.
CREATE INDEX minutes_checked ON minutes (dialogue_id) WHERE state = 'checked';
