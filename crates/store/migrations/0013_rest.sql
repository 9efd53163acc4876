-- What a pilot tries (S1.5): which units or people, from when to when, by which paper.
ALTER TABLE dialogue ADD COLUMN pilot_reach TEXT NOT NULL DEFAULT '';
ALTER TABLE dialogue ADD COLUMN pilot_from TEXT;
ALTER TABLE dialogue ADD COLUMN pilot_to TEXT;
ALTER TABLE dialogue ADD COLUMN pilot_paper TEXT NOT NULL DEFAULT '';
-- A code that was replaced says so to whoever holds it.
CREATE INDEX code_reissue_old ON code_reissue (old_code_hash);
-- The days of a published figure are how its source is read: it prints a month or a year only.
ALTER TABLE published_figure ADD COLUMN days_assumed BIGINT NOT NULL DEFAULT 0;
