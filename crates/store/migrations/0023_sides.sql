-- Việc khắc phục: who says a step, the unit itself or an office above it
ALTER TABLE remedial_step ADD COLUMN side TEXT NOT NULL DEFAULT '';   -- own | above; empty: before this column

-- Báo hủy ngày tiếp công dân: what a notice said before it was corrected or withdrawn
CREATE TABLE reception_cancel_was (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  post_id TEXT NOT NULL REFERENCES post (id),
  on_day TEXT NOT NULL,
  instead_on TEXT,
  reason TEXT NOT NULL,
  posted_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL,
  by_label TEXT NOT NULL,
  ended_at BIGINT NOT NULL,
  ended_by TEXT NOT NULL,
  ended_label TEXT NOT NULL,
  withdrawn BIGINT NOT NULL           -- 1: the day is held after all
);
CREATE INDEX reception_cancel_was_day ON reception_cancel_was (post_id, on_day, ended_at);

-- Thông báo không kèm tài liệu: why, by the name of who announced it
ALTER TABLE dialogue ADD COLUMN documents_override TEXT NOT NULL DEFAULT '';

-- Đếm số lần thử: those of a window that is over are taken away
CREATE INDEX attempt_since ON attempt (since);
