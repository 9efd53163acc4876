-- Bản trình công bố: a text edited for publication that waits for the yes of a head (P1). It goes with the decision.
CREATE TABLE publication_draft (
  item_id TEXT PRIMARY KEY REFERENCES item (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  returned BIGINT NOT NULL DEFAULT 0, -- 1: given back to the office, with why
  note TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX publication_draft_unit ON publication_draft (unit_id, returned);
