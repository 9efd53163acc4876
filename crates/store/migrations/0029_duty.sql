-- By which decision the records of the heads of a unit are open to the Front or the HĐND (S4.15).
CREATE TABLE head_record_opening (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  reader TEXT NOT NULL,               -- front | council
  who TEXT NOT NULL,                  -- who decided, as the paper says
  on_day TEXT NOT NULL,
  paper TEXT NOT NULL,
  until_on TEXT,                      -- last day; none: until it is withdrawn
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  withdrawn_on TEXT,
  withdrawn_why TEXT NOT NULL DEFAULT '',
  withdrawn_label TEXT NOT NULL DEFAULT ''
);
CREATE INDEX head_record_opening_unit ON head_record_opening (unit_id, at);

-- A reason for what a unit below did not do, laid before a head of the superior (S4.8). Nothing counts before the yes.
CREATE TABLE waiver_draft (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  giver_unit TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  subject TEXT NOT NULL,              -- the duty's stable id, or the planned row's
  year BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  paper TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,                -- submitted | draft: returned | approved
  returned TEXT NOT NULL DEFAULT '',  -- why it was returned
  path TEXT NOT NULL,                 -- the page where it was drafted
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX waiver_draft_subject ON waiver_draft (unit_id, subject, giver_unit);
CREATE INDEX waiver_draft_giver ON waiver_draft (giver_unit, state);
