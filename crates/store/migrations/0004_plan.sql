-- The year plan, every kind of dialogue, and the meetings that stand beside and are never counted.

ALTER TABLE dialogue ADD COLUMN audiences TEXT NOT NULL DEFAULT '[]';      -- JSON list of code words
ALTER TABLE dialogue ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';         -- JSON list of code words
ALTER TABLE dialogue ADD COLUMN area TEXT NOT NULL DEFAULT '';             -- a place that is no commune: an industrial cluster
ALTER TABLE dialogue ADD COLUMN pilot BIGINT NOT NULL DEFAULT 0;           -- thí điểm
ALTER TABLE dialogue ADD COLUMN join_link TEXT NOT NULL DEFAULT '';        -- link or channel of an online or hybrid one
ALTER TABLE dialogue ADD COLUMN held_at_unit TEXT NOT NULL DEFAULT '';     -- the unit in which it is held, where a superior head comes to it
ALTER TABLE dialogue ADD COLUMN council_post TEXT NOT NULL DEFAULT '';     -- Thường trực HĐND as co-chair of the statutory dialogue
ALTER TABLE dialogue ADD COLUMN party_invited BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dialogue ADD COLUMN stop TEXT NOT NULL DEFAULT '';             -- '' | postponed | cancelled
ALTER TABLE dialogue ADD COLUMN plan_row TEXT NOT NULL DEFAULT '';         -- the planned row that it was made of
CREATE INDEX dialogue_held_at ON dialogue (held_at_unit, on_day);
CREATE INDEX dialogue_plan_row ON dialogue (plan_row);

CREATE TABLE dialogue_site (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  seq BIGINT NOT NULL,
  place TEXT NOT NULL,
  on_day TEXT,                        -- absent: the dialogue's own
  at_time TEXT NOT NULL,
  villages TEXT NOT NULL,             -- JSON list of village ids
  people BIGINT                       -- who came, once it was held
);
CREATE INDEX dialogue_site_dialogue ON dialogue_site (dialogue_id, seq);
CREATE TABLE day_change (             -- postponed, planned anew, cancelled: what was, why, by which paper
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  kind TEXT NOT NULL,                 -- postponed | replanned | cancelled
  from_day TEXT NOT NULL,
  from_time TEXT NOT NULL,
  from_place TEXT NOT NULL,
  to_day TEXT,
  reason TEXT NOT NULL,
  paper TEXT NOT NULL,
  paper_on TEXT,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX day_change_dialogue ON day_change (dialogue_id, at);
CREATE TABLE dialogue_document (      -- the information part: what people can read before they come (S0.8, S4.14)
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  seq BIGINT NOT NULL,
  title TEXT NOT NULL,
  symbol TEXT NOT NULL,               -- number and symbol, or empty
  published_on TEXT,                  -- absent until the dialogue is announced
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX dialogue_document_dialogue ON dialogue_document (dialogue_id, seq);

CREATE TABLE year_plan (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,             -- 0: the plan of the year; 1, 2 …: its supplements
  state TEXT NOT NULL,                -- draft | submitted | approved
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  assignment TEXT NOT NULL,
  recipients TEXT NOT NULL,
  reason TEXT NOT NULL,               -- why a supplement changes the plan
  approver_post TEXT NOT NULL,        -- who approves, by the rule in force when it was submitted; empty: any head
  submitted_on TEXT,
  approved_on TEXT,
  approved_label TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL
);
CREATE UNIQUE INDEX year_plan_public ON year_plan (public_id);
CREATE UNIQUE INDEX year_plan_unit ON year_plan (unit_id, year, number);
CREATE INDEX year_plan_province ON year_plan (province_id, year, number);
CREATE TABLE plan_row (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES year_plan (id),
  seq BIGINT NOT NULL,
  change TEXT NOT NULL,               -- add | replace | remove
  replaces TEXT NOT NULL,             -- the approved row in whose place it stands, or which it takes away
  heads TEXT NOT NULL,                -- JSON list of post ids
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  topic TEXT NOT NULL,                -- empty: to be chosen
  audience TEXT NOT NULL,
  audiences TEXT NOT NULL,            -- JSON list of code words
  fields TEXT NOT NULL,               -- JSON list of code words
  area TEXT NOT NULL,
  place TEXT NOT NULL,
  month BIGINT NOT NULL,
  on_day TEXT,
  form TEXT NOT NULL,
  expected BIGINT,
  body TEXT NOT NULL,                 -- id of the body that prepares it, or empty
  documents TEXT NOT NULL,
  announce_on TEXT,
  budget TEXT NOT NULL,
  pilot BIGINT NOT NULL
);
CREATE INDEX plan_row_plan ON plan_row (plan_id, seq);
CREATE TABLE plan_rule (              -- what a place's rules ask of plans: data with its source; the latest is in force
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  rule TEXT NOT NULL,
  value TEXT NOT NULL,                -- empty: taken away
  citation TEXT NOT NULL,
  confirmed BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX plan_rule_unit ON plan_rule (unit_id, rule, at);

CREATE TABLE side_meeting (           -- tiếp xúc cử tri, tiếp công dân, tọa đàm: never in a total of dialogues
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  kind TEXT NOT NULL,                 -- voter_meeting | reception | seminar | other
  title TEXT NOT NULL,
  on_day TEXT NOT NULL,
  place TEXT NOT NULL,
  host TEXT NOT NULL,
  people BIGINT,
  people_bound TEXT NOT NULL,         -- exactly | over | nearly | about, or empty
  speeches BIGINT,
  speeches_bound TEXT NOT NULL,
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX side_meeting_public ON side_meeting (public_id);
CREATE INDEX side_meeting_unit ON side_meeting (unit_id, on_day, id);
CREATE TABLE side_item (              -- an item that was raised there too: linked, never doubled (P9)
  side_id TEXT NOT NULL REFERENCES side_meeting (id),
  item_id TEXT NOT NULL REFERENCES item (id),
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  PRIMARY KEY (side_id, item_id)
);
CREATE INDEX side_item_item ON side_item (item_id);

CREATE TABLE past_dialogue (          -- a dialogue of years past, as an office's book tells it: a fact with its source, never mixed with what rows give
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),   -- the unit whose book it is
  then_unit TEXT NOT NULL,            -- the unit of then as it was called, or empty where it is the same
  head TEXT NOT NULL,                 -- the post that chaired, as it was called
  kind TEXT NOT NULL,                 -- regular | thematic | ad_hoc
  title TEXT NOT NULL,
  on_day TEXT NOT NULL,
  place TEXT NOT NULL,
  people BIGINT,
  people_bound TEXT NOT NULL,
  opinions BIGINT,
  opinions_bound TEXT NOT NULL,
  notice TEXT NOT NULL,               -- number and symbol of the conclusion notice, or empty
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX past_dialogue_unit ON past_dialogue (unit_id, on_day, id);
