-- Territory through time: units that only a source names, lineage that is not confirmed, villages with periods.
ALTER TABLE unit ADD COLUMN confirmed BIGINT NOT NULL DEFAULT 1;   -- 0: code and successor are unconfirmed, screens say so
ALTER TABLE unit ADD COLUMN known_in TEXT NOT NULL DEFAULT '';     -- years in which the source knows it, as it says them
ALTER TABLE unit_lineage ADD COLUMN confirmed BIGINT NOT NULL DEFAULT 1;
CREATE INDEX unit_name ON unit (fold);

-- What a village became. The old one ends, the new one begins; opinions keep the village of their day.
CREATE TABLE village_lineage (
  old_id TEXT NOT NULL REFERENCES village (id),
  new_id TEXT NOT NULL REFERENCES village (id),
  change TEXT NOT NULL,               -- renamed | merged | divided | moved
  share TEXT NOT NULL,                -- whole | part
  on_day TEXT NOT NULL,               -- first day of the new one
  paper TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  PRIMARY KEY (old_id, new_id)
);
CREATE INDEX village_lineage_new ON village_lineage (new_id);
-- A village on its way to another commune: its own office gives it away, the other one receives it.
CREATE TABLE village_move (
  id TEXT PRIMARY KEY,
  village_id TEXT NOT NULL REFERENCES village (id),
  from_unit_id TEXT NOT NULL REFERENCES unit (id),
  to_unit_id TEXT NOT NULL REFERENCES unit (id),
  on_day TEXT NOT NULL,
  paper TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  received_at BIGINT
);
CREATE INDEX village_move_to ON village_move (to_unit_id, received_at);
CREATE INDEX village_move_of ON village_move (village_id);
CREATE INDEX item_village ON item (village_id, updated_at);

-- Data that ship with the program: which edition of each has been loaded.
CREATE TABLE data_set (
  name TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  at BIGINT NOT NULL
);
