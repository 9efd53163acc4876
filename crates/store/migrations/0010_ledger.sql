-- The duty ledger: dated entries by which duties are judged, and the duties of each unit as they were last reckoned.
CREATE TABLE duty_entry (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  kind TEXT NOT NULL,                 -- supervision | report | reception | briefing | voter_list | waiver
  on_day TEXT NOT NULL,
  period TEXT NOT NULL,               -- report: for which kind of period
  to_on TEXT,                         -- report: its last day; voter list: the day of the dialogue that answered it
  subject TEXT NOT NULL,              -- briefing: the document; waiver: the duty or the planned row
  who TEXT NOT NULL,                  -- who did it, in words
  percent BIGINT,                     -- voter list: share of the roll
  paper TEXT NOT NULL,
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  void_at BIGINT,                     -- entered by mistake: stays, and counts no more
  void_label TEXT NOT NULL DEFAULT ''
);
CREATE INDEX duty_entry_unit ON duty_entry (unit_id, on_day, id);
CREATE TABLE duty_sheet (             -- when the duties of a unit and year were last reckoned
  unit_id TEXT NOT NULL REFERENCES unit (id),
  year BIGINT NOT NULL,
  reckoned_at BIGINT NOT NULL,
  PRIMARY KEY (unit_id, year)
);
CREATE TABLE duty (                   -- a duty with the day of its deed: its state on any day follows from these
  unit_id TEXT NOT NULL REFERENCES unit (id),
  year BIGINT NOT NULL,
  duty_id TEXT NOT NULL,
  province_id TEXT NOT NULL,
  post_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  clause BIGINT NOT NULL,
  due_on TEXT NOT NULL,
  done_on TEXT,
  settled TEXT NOT NULL,              -- '' | waived | not_applicable
  PRIMARY KEY (unit_id, year, duty_id)
);
CREATE INDEX duty_of_province ON duty (province_id, year, unit_id, kind, due_on);
CREATE TABLE finding (
  unit_id TEXT NOT NULL REFERENCES unit (id),
  year BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  province_id TEXT NOT NULL,
  post_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  since_on TEXT NOT NULL,
  duty_id TEXT,
  evidence_kind TEXT NOT NULL,
  evidence_id TEXT NOT NULL,
  PRIMARY KEY (unit_id, year, seq)
);
CREATE INDEX finding_of_province ON finding (province_id, year, kind, unit_id, since_on);
CREATE TABLE duty_publication (       -- what a unit shows of its year: approved by name, withdrawn by name
  unit_id TEXT NOT NULL REFERENCES unit (id),
  year BIGINT NOT NULL,
  approved_at BIGINT NOT NULL,
  approved_label TEXT NOT NULL,
  PRIMARY KEY (unit_id, year)
);
