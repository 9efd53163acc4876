-- The register of governing documents, acceptance of contributions, search for staff, reissued codes.
CREATE TABLE regulation (
  id TEXT PRIMARY KEY,                -- small letters, digits, hyphens: its address
  kind TEXT NOT NULL,
  number TEXT NOT NULL,               -- as printed, '' where there is none
  number_key TEXT NOT NULL,           -- under which every spelling of the number meets
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  area TEXT NOT NULL,                 -- nation | unit | unknown
  unit_id TEXT,                       -- the unit of then; may be one that this installation does not hold
  begins_on TEXT,                     -- first and last day in force, by the pure rule of domain::regulation::validity
  ends_on TEXT,
  superseded BIGINT NOT NULL,
  visibility TEXT NOT NULL,           -- public | internal
  summary TEXT NOT NULL,              -- of an internal one, approved for everybody
  summary_by TEXT NOT NULL,
  summary_at BIGINT,
  keeper TEXT NOT NULL,               -- id of the unit whose office keeps it, '' for what was loaded from a file
  content TEXT NOT NULL,              -- JSON of the document with its clauses and links
  hash TEXT NOT NULL,
  version BIGINT NOT NULL,
  text_key TEXT NOT NULL,             -- folded words of everything that is searched
  sort TEXT NOT NULL,                 -- first day in force, '' where unknown
  at BIGINT NOT NULL
);
CREATE INDEX regulation_number ON regulation (number_key);
CREATE INDEX regulation_sort ON regulation (sort, id);
CREATE INDEX regulation_unit ON regulation (unit_id, sort);
CREATE TABLE regulation_version (     -- what a document said before it was corrected
  regulation_id TEXT NOT NULL REFERENCES regulation (id),
  version BIGINT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  PRIMARY KEY (regulation_id, version)
);
CREATE TABLE regulation_link (
  from_id TEXT NOT NULL REFERENCES regulation (id),
  kind TEXT NOT NULL,                 -- supersedes | amends | guides | strengthens | reviews
  to_id TEXT NOT NULL,
  confirmed BIGINT NOT NULL,
  PRIMARY KEY (from_id, kind, to_id)
);
CREATE INDEX regulation_link_to ON regulation_link (to_id);
CREATE TABLE regulation_act (         -- quán triệt, kế hoạch thực hiện of one unit
  id TEXT PRIMARY KEY,
  regulation_id TEXT NOT NULL REFERENCES regulation (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL,                 -- briefing | plan
  on_day TEXT NOT NULL,
  by_whom TEXT NOT NULL,              -- post or body that briefed, or that issued the plan
  audience TEXT NOT NULL,             -- who was briefed
  people BIGINT,
  paper TEXT NOT NULL,                -- number and day of the paper
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX regulation_act_unit ON regulation_act (unit_id, regulation_id, on_day);

-- Tiếp thu, giải trình: what became of a contribution
CREATE TABLE acceptance (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  value TEXT NOT NULL,                -- accepted | partly | not_accepted
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX acceptance_item ON acceptance (item_id, at);
CREATE TABLE item_restriction (       -- a contribution about an individual officer: head and secretary only, never public
  item_id TEXT PRIMARY KEY REFERENCES item (id),
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);

-- What staff find, with private names: apart from search_doc, without an index that would keep erased words
CREATE TABLE staff_doc (
  kind TEXT NOT NULL,                 -- opinion | notice | handover | escalation
  ref TEXT NOT NULL,                  -- public id or id that its page is found by
  unit_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,           -- the row's id: an opinion's for what is erased with it
  title TEXT NOT NULL,
  person TEXT NOT NULL,
  exact TEXT NOT NULL,
  fold TEXT NOT NULL,
  on_day TEXT NOT NULL,
  PRIMARY KEY (unit_id, kind, ref)
);
CREATE INDEX staff_doc_subject ON staff_doc (subject_id);
INSERT INTO job (id, kind, payload, run_at, tries, error) VALUES ('0006-staff-search', 'staff_search.fill', '', 0, 0, '');
ALTER TABLE access_log ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE search_doc ADD COLUMN state TEXT NOT NULL DEFAULT '';

-- A code that was replaced at the counter
CREATE TABLE code_reissue (
  id TEXT PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  old_code_hash BLOB NOT NULL,        -- finds nothing any more
  check_kind TEXT NOT NULL,           -- how the person was known
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX code_reissue_opinion ON code_reissue (opinion_id);

-- What the plans of the hot pages lacked: a unit's notices; a unit's published matters by their result, where the index
-- over the whole country's results was taken instead.
CREATE INDEX IF NOT EXISTS notice_unit ON notice (unit_id, state, issued_at);
CREATE INDEX IF NOT EXISTS item_unit_resolved ON item (unit_id, publication, resolved_at, public_id);
