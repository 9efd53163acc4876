-- How long people and the chair spoke at a dialogue, where somebody measured it.
CREATE TABLE speech_time (
  dialogue_id TEXT PRIMARY KEY REFERENCES dialogue (id),
  people BIGINT NOT NULL,             -- minutes
  chair BIGINT NOT NULL,              -- minutes, the chair and the bodies
  on_day TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);

-- Đôn đốc theo quy định của đơn vị: rules as data, the last of a name holds; what the program drafted.
CREATE TABLE urging_rule (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  rule TEXT NOT NULL,                 -- task | duty | escalation
  mode TEXT NOT NULL,                 -- off | drafted | approved | automatic
  before_days BIGINT,
  after_days BIGINT NOT NULL,
  again_days BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX urging_rule_unit ON urging_rule (unit_id, rule, at);
CREATE TABLE urging_draft (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  rule TEXT NOT NULL,
  mode TEXT NOT NULL,
  subject_kind TEXT NOT NULL,         -- assignment | duty
  subject_id TEXT NOT NULL,
  path TEXT NOT NULL,                 -- page of the matter
  receiver TEXT NOT NULL,             -- label of the post or body that is reminded
  due_on TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,                -- waiting | sent | dropped
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  done_at BIGINT,
  done_label TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX urging_draft_once ON urging_draft (subject_kind, subject_id, on_day);
CREATE INDEX urging_draft_unit ON urging_draft (unit_id, state, on_day, id);
ALTER TABLE news ADD COLUMN path TEXT NOT NULL DEFAULT '';   -- page of a matter that is no task: a duty under the rules
