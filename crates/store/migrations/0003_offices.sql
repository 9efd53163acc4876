-- Offices through time: names and succession of bodies, tenures with leave and acting, handing over; accounts and what an
-- office publishes. Facts are added, ended or voided with the moment; never overwritten.

-- A body's names: its first begins on ''; each lasts until the next. body.name is the one of today.
CREATE TABLE body_name (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  from_on TEXT NOT NULL,              -- '' where the beginning is not known
  source TEXT NOT NULL,
  confirmed BIGINT NOT NULL
);
CREATE INDEX body_name_of ON body_name (body_id, from_on);
CREATE TABLE body_succession (        -- kế tục: from that day the later body does what the earlier did
  id TEXT PRIMARY KEY,
  old_id TEXT NOT NULL REFERENCES body (id),
  new_id TEXT NOT NULL REFERENCES body (id),
  on_day TEXT NOT NULL,
  source TEXT NOT NULL,
  confirmed BIGINT NOT NULL,
  void_at BIGINT
);
CREATE INDEX body_succession_old ON body_succession (old_id);
CREATE INDEX body_succession_new ON body_succession (new_id);
ALTER TABLE body ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN confirmed BIGINT NOT NULL DEFAULT 1;
ALTER TABLE post ADD COLUMN since_on TEXT NOT NULL DEFAULT '';

ALTER TABLE tenure ADD COLUMN paper TEXT NOT NULL DEFAULT '';
ALTER TABLE tenure ADD COLUMN end_paper TEXT NOT NULL DEFAULT '';
ALTER TABLE tenure ADD COLUMN void_at BIGINT;
CREATE TABLE tenure_leave (           -- the holder is away and keeps the post
  id TEXT PRIMARY KEY,
  tenure_id TEXT NOT NULL REFERENCES tenure (id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  paper TEXT NOT NULL,
  void_at BIGINT
);
CREATE INDEX tenure_leave_of ON tenure_leave (tenure_id);

-- A role that comes with a tenure lasts as long as it does.
ALTER TABLE role_grant ADD COLUMN tenure_id TEXT NOT NULL DEFAULT '';
UPDATE role_grant SET tenure_id = coalesce((SELECT t.id FROM tenure t WHERE t.post_id = role_grant.post_id AND t.user_id = role_grant.user_id
  ORDER BY t.from_on DESC LIMIT 1), '');
CREATE INDEX role_grant_unit ON role_grant (unit_id);
ALTER TABLE user_account ADD COLUMN must_change BIGINT NOT NULL DEFAULT 0;

-- P17: what was open when a post passed on, as it was handed over.
CREATE TABLE post_handover (
  id TEXT PRIMARY KEY,
  province_id TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  public_id BIGINT NOT NULL,
  given_by TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  on_day TEXT NOT NULL,
  paper TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE UNIQUE INDEX post_handover_public ON post_handover (public_id);
CREATE INDEX post_handover_post ON post_handover (post_id, at);
CREATE TABLE post_handover_line (
  handover_id TEXT NOT NULL REFERENCES post_handover (id),
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  due_on TEXT NOT NULL,
  href TEXT NOT NULL,
  PRIMARY KEY (handover_id, seq)
);

CREATE TABLE publication_policy (     -- product rule 11: what an office may publish; the last line of a name holds
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,
  value BIGINT NOT NULL,
  basis TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX publication_policy_unit ON publication_policy (unit_id, name, at);
