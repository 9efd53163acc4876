-- Tasks in full: transfer, extension, pause, signed link, comments, saved answers, what was said beside the topic,
-- defects inside, drafts, news and mail.

ALTER TABLE assignment ADD COLUMN paused_on TEXT NOT NULL DEFAULT '';   -- ISO day since which its clock stands still; '' where it runs
ALTER TABLE assignment ADD COLUMN paused_for TEXT NOT NULL DEFAULT '';  -- whom it waits for
CREATE TABLE task_transfer (          -- chuyển nhiệm vụ: sender, receiver, day, reason (S3.6)
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  from_body_id TEXT NOT NULL REFERENCES body (id),
  to_body_id TEXT NOT NULL REFERENCES body (id),
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX task_transfer_assignment ON task_transfer (assignment_id, at);
CREATE TABLE extension (              -- xin gia hạn: asked by the body, decided by who may
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  from_due_on TEXT NOT NULL,
  asked_due_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,                -- asked | approved | refused | lapsed
  granted_due_on TEXT,
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  decided_at BIGINT,
  decided_on TEXT,
  decided_by TEXT NOT NULL,
  decided_label TEXT NOT NULL
);
CREATE INDEX extension_assignment ON extension (assignment_id, at);
CREATE TABLE task_pause (             -- the clock stands still while another body must act
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  waits_for TEXT NOT NULL,            -- agency | superior | central
  whom TEXT NOT NULL,
  reason TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  due_before TEXT NOT NULL,
  due_after TEXT,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX task_pause_assignment ON task_pause (assignment_id, at);
CREATE TABLE task_link (              -- P8: a body answers by one signed link; the token itself is nowhere kept
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  token_hash BLOB NOT NULL,
  until_on TEXT NOT NULL,             -- last ISO day on which it opens
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  revoked_at BIGINT
);
CREATE UNIQUE INDEX task_link_token ON task_link (token_hash);
CREATE INDEX task_link_assignment ON task_link (assignment_id, at);
CREATE TABLE matter_comment (         -- trao đổi giữa các cơ quan: never public
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  item_id TEXT NOT NULL REFERENCES item (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL
);
CREATE INDEX matter_comment_item ON matter_comment (item_id, at);
CREATE TABLE saved_answer (           -- câu trả lời mẫu, with the norm it rests on
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  field TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  norm TEXT NOT NULL,
  used BIGINT NOT NULL DEFAULT 0,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  retired_at BIGINT
);
CREATE UNIQUE INDEX saved_answer_public ON saved_answer (public_id);
CREATE INDEX saved_answer_unit ON saved_answer (unit_id, field, retired_at);
CREATE TABLE off_topic (              -- said at a dialogue beside its topics: noted, then routed, never lost (S1.8)
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  dialogue_id TEXT NOT NULL REFERENCES dialogue (id),
  public_id BIGINT NOT NULL,
  speaker TEXT NOT NULL,
  said TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  way TEXT,                           -- where it went; null while nobody has said
  to_label TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  item_id TEXT REFERENCES item (id),
  routed_at BIGINT,
  routed_on TEXT,
  routed_by TEXT NOT NULL DEFAULT '',
  routed_label TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX off_topic_public ON off_topic (public_id);
CREATE INDEX off_topic_dialogue ON off_topic (dialogue_id, at);
CREATE TABLE internal_defect (        -- thiếu sót, hạn chế trong nội bộ: secretary and heads only (S4.13)
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  public_id BIGINT NOT NULL,
  item_id TEXT REFERENCES item (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  measure TEXT NOT NULL DEFAULT '',
  mended_on TEXT,
  mended_label TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX internal_defect_public ON internal_defect (public_id);
CREATE INDEX internal_defect_unit ON internal_defect (unit_id, at);
CREATE INDEX internal_defect_item ON internal_defect (item_id);
CREATE TABLE draft (                  -- what an officer has typed and not sent
  user_id TEXT NOT NULL REFERENCES user_account (id),
  form TEXT NOT NULL,                 -- the form's address
  fields TEXT NOT NULL,               -- JSON list of name and value
  at BIGINT NOT NULL,
  PRIMARY KEY (user_id, form)
);
CREATE TABLE news (                   -- thông báo cho một tài khoản
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user_account (id),
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  assignment_id TEXT REFERENCES assignment (id),
  escalation_id TEXT REFERENCES escalation (id),
  at BIGINT NOT NULL,
  on_day TEXT NOT NULL,
  by_label TEXT NOT NULL,
  seen_at BIGINT
);
CREATE INDEX news_user ON news (user_id, at, id);
CREATE INDEX news_unseen ON news (user_id, seen_at);
CREATE TABLE user_mail (              -- an officer's own address; news go there only where wanted
  user_id TEXT PRIMARY KEY REFERENCES user_account (id),
  address TEXT NOT NULL,
  wanted BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE TABLE mail_stop (              -- a person wants no more news of this opinion
  opinion_id TEXT PRIMARY KEY REFERENCES opinion (id),
  at BIGINT NOT NULL
);
CREATE INDEX job_kind ON job (kind, payload, done_at);
