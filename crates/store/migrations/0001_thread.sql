-- The thread of one opinion, and the institution around it. One text for both engines (see dialect.rs).
-- Ids are UUIDv7 text; public_id is 64 random bits; *_at is epoch microseconds; *_on is an ISO civil day;
-- a truth value is 0 or 1. Facts are superseded, never overwritten; identity stands apart and can be erased.

-- Territory: identity of a unit is (code, period).
CREATE TABLE unit (
  id TEXT PRIMARY KEY,                -- code.period, e.g. 10615.2025
  code TEXT NOT NULL,
  period TEXT NOT NULL,               -- before_2025 | 2025 | demo
  level TEXT NOT NULL,                -- province | district | commune
  kind TEXT NOT NULL,                 -- tinh, thanh_pho_tw, xa, phuong, dac_khu, …
  name TEXT NOT NULL,
  fold TEXT NOT NULL,
  sort TEXT NOT NULL,
  parent_id TEXT,
  province_id TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 0   -- bumped by every write that a public page of the unit shows
);
CREATE UNIQUE INDEX unit_code_period ON unit (code, period);
CREATE INDEX unit_parent ON unit (parent_id, sort);
CREATE TABLE unit_lineage (
  old_id TEXT NOT NULL REFERENCES unit (id),
  new_id TEXT NOT NULL REFERENCES unit (id),
  share TEXT NOT NULL,                -- whole | part | part_default
  source TEXT NOT NULL,
  PRIMARY KEY (old_id, new_id)
);
CREATE INDEX unit_lineage_new ON unit_lineage (new_id);
CREATE TABLE village (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,
  fold TEXT NOT NULL,
  sort TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL
);
CREATE INDEX village_unit ON village (unit_id, sort);

-- Bodies, posts, people
CREATE TABLE body (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,               -- organ in a document symbol: UBND, ĐU …
  has_account BIGINT NOT NULL,        -- 0: is reached by a dispatch on paper
  sort TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
);
CREATE INDEX body_unit ON body (unit_id, sort);
CREATE TABLE post (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  head BIGINT NOT NULL
);
CREATE INDEX post_unit ON post (unit_id);
CREATE TABLE user_account (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  full_name TEXT NOT NULL,
  sort TEXT NOT NULL,
  active BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX user_login ON user_account (login);
CREATE TABLE tenure (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES post (id),
  user_id TEXT,
  person_name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  acting BIGINT NOT NULL
);
CREATE INDEX tenure_post ON tenure (post_id, from_on);
CREATE TABLE role_grant (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user_account (id),
  role TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  post_id TEXT,
  from_on TEXT NOT NULL,
  to_on TEXT
);
CREATE INDEX role_grant_user ON role_grant (user_id);
CREATE TABLE session (
  id_hash BLOB PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user_account (id),
  grant_id TEXT NOT NULL REFERENCES role_grant (id),
  csrf TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);
CREATE TABLE attempt (                -- rate limits of sign-in, codes and secrets
  key_hash BLOB NOT NULL,
  since BIGINT NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (key_hash)
);
CREATE TABLE idempotency (
  key_hash BLOB PRIMARY KEY,
  verb TEXT NOT NULL,
  result TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- Opinions as given, who gave them (apart), and how they are followed
CREATE TABLE opinion (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,              -- web | counter | paper | phone | village | hall | import
  body TEXT NOT NULL,                 -- empty once sealed
  village_id TEXT,
  place_note TEXT NOT NULL,
  occurred_on TEXT,
  received_at BIGINT NOT NULL,
  received_on TEXT NOT NULL,
  entered_by TEXT,                    -- the clerk who entered it for the person
  signed BIGINT NOT NULL,             -- name, address and signature on paper (P19)
  name_public BIGINT NOT NULL,
  sealed BIGINT NOT NULL DEFAULT 0,
  notice_due_on TEXT NOT NULL,        -- the person is told in writing by this day (QĐi 11: 10 working days)
  source TEXT NOT NULL,
  source_id TEXT NOT NULL
);
CREATE UNIQUE INDEX opinion_public ON opinion (public_id);
CREATE UNIQUE INDEX opinion_source ON opinion (unit_id, source, source_id);
CREATE TABLE opinion_person (
  opinion_id TEXT PRIMARY KEY REFERENCES opinion (id),
  full_name TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  email TEXT NOT NULL
);
CREATE TABLE tracking (
  code_hash BLOB PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  secret_hash BLOB NOT NULL
);
CREATE INDEX tracking_opinion ON tracking (opinion_id);
CREATE TABLE sealed_text (            -- ciphertext for the competent body's key; no administrator can open it
  id TEXT PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- complaint | denunciation
  ciphertext BLOB NOT NULL,
  recipient TEXT NOT NULL,
  sealed_at BIGINT NOT NULL,
  sealed_by TEXT NOT NULL
);
CREATE INDEX sealed_text_opinion ON sealed_text (opinion_id);
CREATE TABLE handover (               -- register of complaints and denunciations transferred: never their text
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  opinion_id TEXT,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  arrived_on TEXT NOT NULL,
  paper TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  receiver TEXT NOT NULL,
  due_on TEXT,
  accepted_on TEXT,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX handover_unit ON handover (unit_id, at);
CREATE TABLE file (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  public_id BIGINT NOT NULL,
  subject_kind TEXT NOT NULL,         -- opinion | progress | escalation | minutes | ending | notice | assignment
  subject_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media TEXT NOT NULL,
  name TEXT NOT NULL,
  size BIGINT NOT NULL,
  public BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT
);
CREATE UNIQUE INDEX file_public ON file (public_id);
CREATE INDEX file_subject ON file (subject_kind, subject_id);
CREATE INDEX file_bytes ON file (sha256);

-- Items: one letter may hold several; each runs its own thread
CREATE TABLE issue (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  field TEXT NOT NULL,
  hot BIGINT NOT NULL,                -- nổi cộm
  urgent BIGINT NOT NULL,             -- bức xúc
  published_at BIGINT,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  dissolved_at BIGINT
);
CREATE UNIQUE INDEX issue_public ON issue (public_id);
CREATE INDEX issue_unit ON issue (unit_id, created_at);
CREATE TABLE item (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  field TEXT NOT NULL,                -- '' until classified
  village_id TEXT,
  grounded TEXT NOT NULL,             -- unknown | grounded | partly | not_grounded
  grounded_note TEXT NOT NULL,
  issue_id TEXT REFERENCES issue (id),
  route TEXT NOT NULL,                -- none | direct | assigned | dialogue | ended | sealed
  standing TEXT NOT NULL,             -- where it is today
  next_actor TEXT NOT NULL,           -- label of who acts next, '' where nobody
  next_code TEXT NOT NULL,            -- office | head | body | superior | person | nobody
  next_due_on TEXT,
  due_basis TEXT NOT NULL,            -- why that day
  disposed_at BIGINT,
  resolved_at BIGINT,
  agreed_at BIGINT,
  reopened BIGINT NOT NULL DEFAULT 0,
  publication TEXT NOT NULL,          -- received | published | withheld
  published_title TEXT NOT NULL DEFAULT '',
  published_body TEXT NOT NULL DEFAULT '',
  withheld_ground TEXT NOT NULL DEFAULT '',
  publication_by TEXT NOT NULL DEFAULT '',
  publication_at BIGINT,
  publication_due_on TEXT NOT NULL,
  received_on TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX item_public ON item (public_id);
CREATE INDEX item_opinion ON item (opinion_id, seq);
CREATE INDEX item_queue ON item (unit_id, standing, received_on, id);
CREATE INDEX item_publication ON item (unit_id, publication, received_on, id);
CREATE INDEX item_issue ON item (issue_id);
CREATE INDEX item_public_list ON item (unit_id, publication, updated_at, public_id);
CREATE INDEX item_resolved ON item (publication, resolved_at, public_id);
CREATE TABLE publication_edit (       -- every edit for publication; the original stays
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  ground TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX publication_edit_item ON publication_edit (item_id, at);
CREATE TABLE triage_undo (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  verb TEXT NOT NULL,
  label TEXT NOT NULL,
  before TEXT NOT NULL,               -- JSON: what undo puts back
  at BIGINT NOT NULL,
  undone_at BIGINT
);
CREATE INDEX triage_undo_user ON triage_undo (unit_id, user_id, at);
CREATE TABLE ending (                 -- procedural ending: never without paper, receiver and date
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  manner TEXT NOT NULL,               -- transfer | guide | return | file
  paper TEXT NOT NULL,
  paper_on TEXT NOT NULL,
  receiver TEXT NOT NULL,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX ending_item ON ending (item_id);
CREATE TABLE direct_answer (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  result TEXT NOT NULL,
  norm TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX direct_answer_item ON direct_answer (item_id);
CREATE TABLE step (                   -- the thread as the person reads it, in order
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES item (id),
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,                -- label of the post or body
  data TEXT NOT NULL,                 -- JSON of the step's kind
  public BIGINT NOT NULL              -- 0: only the person and staff see it
);
CREATE INDEX step_item ON step (item_id, at, id);

-- Dialogue
CREATE TABLE dialogue (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  kind TEXT NOT NULL,                 -- regular | thematic | ad_hoc
  basis TEXT NOT NULL,                -- party | statutory | both
  title TEXT NOT NULL,
  state TEXT NOT NULL,                -- draft | submitted | approved | announced | held | concluded | closed
  on_day TEXT NOT NULL,
  at_time TEXT NOT NULL,              -- HH:MM
  place TEXT NOT NULL,
  form TEXT NOT NULL,                 -- in_person | online | hybrid
  audience TEXT NOT NULL,
  how_to_join TEXT NOT NULL,
  expected BIGINT,
  previous_id TEXT,
  contents_state TEXT NOT NULL,       -- draft | submitted | approved
  announced_at BIGINT,
  announced_on TEXT,
  lead_days BIGINT NOT NULL,          -- the lead time that was asked, as data
  lead_citation TEXT NOT NULL,
  lead_override TEXT NOT NULL,        -- reason of a later announcement, by name
  held_on TEXT,
  closed_at BIGINT,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL
);
CREATE UNIQUE INDEX dialogue_public ON dialogue (public_id);
CREATE INDEX dialogue_unit ON dialogue (unit_id, on_day, id);
CREATE INDEX dialogue_day ON dialogue (on_day, id);
CREATE INDEX dialogue_province ON dialogue (province_id, on_day);
CREATE TABLE dialogue_chair (
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  seq BIGINT NOT NULL,
  PRIMARY KEY (dialogue_id, post_id)
);
CREATE INDEX dialogue_chair_post ON dialogue_chair (post_id);
CREATE TABLE approval (               -- P1: draft → submitted → approved, with who and when
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL,         -- dialogue | contents | prepared_answer | minutes | notice | publication
  subject_id TEXT NOT NULL,
  step TEXT NOT NULL,                 -- submitted | approved | returned | checked | commented
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_role TEXT NOT NULL,              -- role of the session: the state log by role
  by_label TEXT NOT NULL
);
CREATE INDEX approval_subject ON approval (subject_id, at);
CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  issue_id TEXT REFERENCES issue (id),
  item_id TEXT REFERENCES item (id),
  seq BIGINT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,               -- why it was chosen
  source_note TEXT NOT NULL,          -- where it came from; 'none' is said, not left out
  state TEXT NOT NULL,                -- proposed | approved | dropped
  at BIGINT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX topic_dialogue ON topic (dialogue_id, seq);
CREATE INDEX topic_issue ON topic (issue_id);
CREATE INDEX topic_item ON topic (item_id);
CREATE TABLE prepared_answer (        -- Brief: bảng tổng hợp ý kiến kèm dự kiến trả lời
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL REFERENCES topic (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  text TEXT NOT NULL,
  norm TEXT NOT NULL,
  state TEXT NOT NULL,                -- asked | draft | submitted | approved
  due_on TEXT,
  at BIGINT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX prepared_answer_topic ON prepared_answer (topic_id, body_id);
CREATE INDEX prepared_answer_body ON prepared_answer (body_id, state);
CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,                 -- last_results | information | topics | open_floor | conclusion
  title TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX agenda_dialogue ON agenda_item (dialogue_id, seq);
CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  label TEXT NOT NULL,
  invited BIGINT NOT NULL,
  present BIGINT NOT NULL,
  seq BIGINT NOT NULL
);
CREATE INDEX attendance_dialogue ON attendance (dialogue_id);
CREATE TABLE presiding (
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  person TEXT NOT NULL,
  mode TEXT NOT NULL,                 -- in_person | delegated | absent
  deputy TEXT NOT NULL,
  paper TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (dialogue_id, post_id)
);
CREATE TABLE minutes (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  state TEXT NOT NULL,                -- draft | checked | signed
  opened TEXT NOT NULL,
  closed TEXT NOT NULL,
  secretary TEXT NOT NULL,
  bodies_present TEXT NOT NULL,
  chair_conclusion TEXT NOT NULL,
  canonical TEXT NOT NULL,            -- the text that was signed, as it was hashed
  hash TEXT NOT NULL,                 -- SHA-256 of the canonical text once signed
  signed_at BIGINT,
  signed_by TEXT NOT NULL,
  signed_label TEXT NOT NULL
);
CREATE UNIQUE INDEX minutes_dialogue ON minutes (dialogue_id);
CREATE TABLE minute_entry (
  id TEXT PRIMARY KEY,
  minutes_id TEXT NOT NULL REFERENCES minutes (id),
  seq BIGINT NOT NULL,
  speaker TEXT NOT NULL,              -- as it may be shown: post, or "một người dân thôn …"
  village_id TEXT,
  said TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  promised_on TEXT,
  item_id TEXT REFERENCES item (id),
  at BIGINT NOT NULL
);
CREATE INDEX minute_entry_minutes ON minute_entry (minutes_id, seq);
CREATE INDEX minute_entry_item ON minute_entry (item_id);
CREATE TABLE addendum (
  id TEXT PRIMARY KEY,
  minutes_id TEXT NOT NULL REFERENCES minutes (id),
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  on_day TEXT NOT NULL
);
CREATE INDEX addendum_minutes ON addendum (minutes_id, at);

-- Conclusion notice
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  body_id TEXT NOT NULL REFERENCES body (id),
  state TEXT NOT NULL,                -- draft | checked | issued
  number BIGINT,                      -- taken in its series when the notice is issued
  entered_number BIGINT,              -- typed from the office's own system, while it is a draft
  symbol TEXT NOT NULL,               -- e.g. 12/TB-UBND
  numbering TEXT NOT NULL,            -- issued | entered
  series BIGINT,                      -- the year; for the Party the first year of the term
  signed_on TEXT,
  signer_name TEXT NOT NULL,
  signer_post TEXT NOT NULL,
  assessment TEXT NOT NULL,
  issued_at BIGINT,
  canonical TEXT NOT NULL,            -- the text that was issued, as it was hashed
  hash TEXT NOT NULL
);
CREATE UNIQUE INDEX notice_public ON notice (public_id);
CREATE UNIQUE INDEX notice_dialogue ON notice (dialogue_id, body_id);
CREATE UNIQUE INDEX notice_number ON notice (body_id, series, number);
CREATE TABLE conclusion (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  unit_id TEXT NOT NULL,
  public_id BIGINT NOT NULL,
  item_id TEXT NOT NULL REFERENCES item (id),
  seq BIGINT NOT NULL,
  outcome TEXT NOT NULL,              -- resolved | unresolved | escalated
  substate TEXT NOT NULL,             -- done | explained | in_progress | no_resources | sent | answered
  text TEXT NOT NULL,
  norm TEXT NOT NULL,                 -- evidence or norm that a result rests on
  reason TEXT NOT NULL,
  body_id TEXT REFERENCES body (id),  -- who does it
  partners TEXT NOT NULL,             -- JSON list of the co-operating bodies' ids
  due_on TEXT,
  escalate_unit_id TEXT,              -- a superior unit with an inbox, or
  escalate_body TEXT NOT NULL,        -- a body reached by paper,
  escalate_paper TEXT NOT NULL,       -- by this paper
  escalate_paper_on TEXT
);
CREATE UNIQUE INDEX conclusion_public ON conclusion (public_id);
CREATE UNIQUE INDEX conclusion_item ON conclusion (notice_id, item_id);
CREATE INDEX conclusion_of_item ON conclusion (item_id);

-- Follow-up
CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  item_id TEXT NOT NULL REFERENCES item (id),
  parent_id TEXT REFERENCES assignment (id),
  conclusion_id TEXT REFERENCES conclusion (id),
  body_id TEXT NOT NULL REFERENCES body (id),   -- chủ trì
  assigned_by TEXT NOT NULL,
  task TEXT NOT NULL,
  due_on TEXT NOT NULL,
  first_due_on TEXT NOT NULL,
  due_basis TEXT NOT NULL,
  state TEXT NOT NULL,                -- assigned | in_progress | done | cancelled
  extent TEXT,                        -- whole | explained | partial, once done
  result TEXT NOT NULL,
  norm TEXT NOT NULL,
  done_at BIGINT,
  done_on TEXT,
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX assignment_public ON assignment (public_id);
CREATE INDEX assignment_item ON assignment (item_id, at);
CREATE INDEX assignment_body ON assignment (body_id, state, due_on, id);
CREATE INDEX assignment_unit ON assignment (unit_id, state, due_on, id);
CREATE INDEX assignment_parent ON assignment (parent_id);
CREATE TABLE assignment_partner (     -- phối hợp
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  PRIMARY KEY (assignment_id, body_id)
);
CREATE INDEX assignment_partner_body ON assignment_partner (body_id);
CREATE TABLE progress (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX progress_assignment ON progress (assignment_id, at);
CREATE TABLE urging (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL,         -- assignment | escalation
  subject_id TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX urging_once ON urging (subject_kind, subject_id, on_day);
CREATE TABLE escalation (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  public_id BIGINT NOT NULL,
  item_id TEXT NOT NULL REFERENCES item (id),
  conclusion_id TEXT REFERENCES conclusion (id),
  from_unit_id TEXT NOT NULL REFERENCES unit (id),
  to_unit_id TEXT REFERENCES unit (id),   -- inbox of a superior unit, or
  to_body TEXT NOT NULL,              -- a body without an account, by dispatch
  mode TEXT NOT NULL,                 -- inbox | dispatch
  text TEXT NOT NULL,
  paper TEXT NOT NULL,
  paper_on TEXT,
  due_on TEXT,
  state TEXT NOT NULL,                -- sent | acknowledged | answered
  sent_at BIGINT NOT NULL,
  sent_on TEXT NOT NULL,
  acknowledged_at BIGINT,
  acknowledged_on TEXT,
  acknowledged_by TEXT NOT NULL,
  answered_at BIGINT,
  answered_on TEXT,
  answered_by TEXT NOT NULL,
  answer TEXT NOT NULL,
  answer_norm TEXT NOT NULL,
  answer_paper TEXT NOT NULL
);
CREATE UNIQUE INDEX escalation_public ON escalation (public_id);
CREATE INDEX escalation_to ON escalation (to_unit_id, state, sent_at);
CREATE INDEX escalation_from ON escalation (from_unit_id, state, sent_at);
CREATE INDEX escalation_item ON escalation (item_id);
CREATE TABLE result_told (            -- result told to the person, by which way
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  manner TEXT NOT NULL,               -- page | paper | phone | village
  on_day TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX result_told_item ON result_told (item_id);
CREATE TABLE verdict (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  round BIGINT NOT NULL,
  value TEXT NOT NULL,                -- agree | disagree
  reason TEXT NOT NULL,
  channel TEXT NOT NULL,              -- web | counter: counted apart
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  clerk TEXT
);
CREATE UNIQUE INDEX verdict_round ON verdict (item_id, round);

-- The record, jobs, reading of sealed matters, search, import
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  actor TEXT NOT NULL,                -- user id, or 'person', or 'system'
  bytes BLOB NOT NULL,
  salt BLOB NOT NULL,
  leaf BLOB NOT NULL
);
CREATE INDEX event_subject ON event (subject_kind, subject_id, at);
CREATE INDEX event_unit ON event (unit_id, at, id);
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  done_at BIGINT,
  error TEXT NOT NULL
);
CREATE INDEX job_due ON job (done_at, run_at);
CREATE TABLE access_log (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX access_log_subject ON access_log (subject_kind, subject_id, at);
CREATE TABLE search_doc (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,                 -- unit | village | item | issue | dialogue | conclusion
  ref TEXT NOT NULL,                  -- the public id or code its page is found by
  unit_id TEXT NOT NULL,
  public BIGINT NOT NULL,
  title TEXT NOT NULL,
  context TEXT NOT NULL,              -- a line that tells namesakes apart
  head TEXT NOT NULL,                 -- the title's key without diacritics: what a thing is called ranks before what it holds
  exact TEXT NOT NULL,                -- key with diacritics
  fold TEXT NOT NULL,                 -- key without
  weight BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX search_doc_ref ON search_doc (kind, ref);
--sqlite
CREATE VIRTUAL TABLE search_index USING fts5 (fold, content = '', contentless_delete = 1, tokenize = 'ascii');
--postgres
CREATE INDEX search_index ON search_doc USING gin (to_tsvector('simple', fold));
--both
CREATE TABLE import_row (
  kind TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  row_hash TEXT NOT NULL,
  target_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (kind, unit_id, source, source_id)
);
