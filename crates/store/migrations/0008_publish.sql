-- Publishing as the law asks: what must be public, its dated proofs, and the phone links of villages.

-- Matters that an office adds to the list of data/publication, each with its citation.
CREATE TABLE public_matter (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  title TEXT NOT NULL,
  citation TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  void_at BIGINT
);
CREATE INDEX public_matter_unit ON public_matter (unit_id, at);

-- One publication: a line of the register (sổ công khai).
CREATE TABLE publication (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  matter TEXT NOT NULL,               -- code of data/publication, or id of public_matter
  dialogue_id TEXT REFERENCES dialogue (id),
  notice_id TEXT REFERENCES notice (id),
  title TEXT NOT NULL,
  paper TEXT NOT NULL,                -- number and symbol of what is published, '' where it has none
  opened_on TEXT NOT NULL,            -- the day from which the limit runs
  due_on TEXT NOT NULL,
  citation TEXT NOT NULL,
  confirmed BIGINT NOT NULL,          -- 0: the limit is shown as "chưa xác nhận"
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  void_at BIGINT
);
CREATE UNIQUE INDEX publication_public ON publication (public_id);
CREATE INDEX publication_unit ON publication (unit_id, due_on, id);
CREATE INDEX publication_dialogue ON publication (dialogue_id);

-- One proof: open until it is given; a wrong one is voided and a new one opened in its place.
CREATE TABLE publication_proof (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  publication_id TEXT NOT NULL REFERENCES publication (id),
  public_id BIGINT NOT NULL,
  way TEXT NOT NULL,                  -- media | posted | village
  village_id TEXT,
  from_on TEXT,                       -- first day it was public
  to_on TEXT,                         -- last day that is intended
  place TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  paper TEXT NOT NULL DEFAULT '',
  at BIGINT,                          -- when the proof was given; NULL: it is missing
  by_user TEXT NOT NULL DEFAULT '',
  by_label TEXT NOT NULL DEFAULT '',
  ended_on TEXT,                      -- the day the posting was taken down
  ended_by TEXT NOT NULL DEFAULT '',
  void_at BIGINT,
  void_by TEXT NOT NULL DEFAULT '',
  void_reason TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX publication_proof_public ON publication_proof (public_id);
CREATE INDEX publication_proof_of ON publication_proof (publication_id);
CREATE INDEX publication_proof_village ON publication_proof (village_id, at);

-- Phone links of the heads of villages: the rows hold a keyed hash of the token only.
CREATE TABLE village_link (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  village_id TEXT NOT NULL REFERENCES village (id),
  token_hash BLOB NOT NULL,
  expires_on TEXT NOT NULL,           -- last day on which it opens
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT,
  revoked_by TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX village_link_token ON village_link (token_hash);
CREATE INDEX village_link_unit ON village_link (unit_id, at);
