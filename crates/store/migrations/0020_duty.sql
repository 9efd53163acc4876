-- Who let a deputy preside, and why, in one word.
ALTER TABLE presiding ADD COLUMN ground TEXT NOT NULL DEFAULT '';
-- Which kind of body supervised.
ALTER TABLE duty_entry ADD COLUMN by_kind TEXT NOT NULL DEFAULT '';
-- The unit whose office issued a document that another registered; empty: the keeper's own, or nobody's here.
ALTER TABLE regulation ADD COLUMN issuer_unit TEXT NOT NULL DEFAULT '';
CREATE INDEX regulation_issuer ON regulation (issuer_unit, sort, id);

-- Limits that an office set in place of the program's own: of a name and day the latest holds.
CREATE TABLE own_limit (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,                 -- report | voter_dialogue | result_told | reception_notice
  days BIGINT NOT NULL,
  count TEXT NOT NULL,                -- calendar | working
  from_on TEXT NOT NULL,
  paper TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX own_limit_unit ON own_limit (unit_id, name, from_on);

-- Việc khắc phục: what is to be done about a finding. It never touches the finding, which is reckoned from facts alone.
CREATE TABLE remedial (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  source TEXT NOT NULL,               -- ledger | published
  finding_kind TEXT NOT NULL,
  finding_key TEXT NOT NULL,          -- the finding's own key, or the key of the published one
  since_on TEXT NOT NULL,             -- since when it stood as the task was opened
  year BIGINT NOT NULL,
  task TEXT NOT NULL,
  due_on TEXT NOT NULL,
  first_due_on TEXT NOT NULL,
  basis TEXT NOT NULL,                -- the paper by which it was asked for
  state TEXT NOT NULL,                -- open | done
  done_on TEXT,
  result TEXT NOT NULL,
  evidence TEXT NOT NULL,             -- number and day of the paper, or where the proof lies
  opened_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_unit TEXT NOT NULL,              -- the unit whose office opened it
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX remedial_unit ON remedial (unit_id, state, due_on, id);
CREATE INDEX remedial_finding ON remedial (unit_id, finding_key, at);
CREATE TABLE remedial_step (
  id TEXT PRIMARY KEY,
  remedial_id TEXT NOT NULL REFERENCES remedial (id),
  kind TEXT NOT NULL,                 -- opened | progress | urged | extended | closed | reopened
  text TEXT NOT NULL,
  paper TEXT NOT NULL,
  due_on TEXT,
  on_day TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX remedial_step_of ON remedial_step (remedial_id, at, id);

-- Lịch tiếp công dân: the fixed days of a head, and what was changed of one of them.
CREATE TABLE reception_schedule (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  days TEXT NOT NULL,                 -- JSON: days of the month, or of the week
  from_on TEXT NOT NULL,
  hours TEXT NOT NULL,
  place TEXT NOT NULL,
  paper TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX reception_schedule_unit ON reception_schedule (unit_id, post_id, from_on);
CREATE TABLE reception_cancel (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  on_day TEXT NOT NULL,               -- the day that is not held
  instead_on TEXT,
  reason TEXT NOT NULL,
  posted_on TEXT NOT NULL,            -- the day on which the notice was posted
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX reception_cancel_day ON reception_cancel (post_id, on_day);
CREATE INDEX reception_cancel_unit ON reception_cancel (unit_id, on_day);
