-- Văn bản nhắc việc: one paper to one body about several of its matters; each matter keeps its own urging.
CREATE TABLE reminder (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  body_id TEXT NOT NULL REFERENCES body (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX reminder_public ON reminder (public_id);
CREATE INDEX reminder_unit ON reminder (unit_id, on_day, at);
CREATE TABLE reminder_matter (
  reminder_id TEXT NOT NULL REFERENCES reminder (id),
  seq BIGINT NOT NULL,
  urging_id TEXT NOT NULL REFERENCES urging (id),
  PRIMARY KEY (reminder_id, seq)
);
ALTER TABLE news ADD COLUMN reminder_id TEXT REFERENCES reminder (id);
