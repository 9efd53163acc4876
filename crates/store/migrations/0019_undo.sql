-- What an act of the desk touched, with the steps that each thread had after it: one more and something followed.
CREATE TABLE triage_undo_item (
  undo_id TEXT NOT NULL REFERENCES triage_undo (id),
  item_id TEXT NOT NULL,              -- undoing a split takes the item itself away
  steps BIGINT NOT NULL,
  task_id TEXT NOT NULL,              -- the task that the act opened; empty where it opened none
  PRIMARY KEY (undo_id, item_id)
);
CREATE INDEX triage_undo_item_of ON triage_undo_item (item_id);
-- One press of a form that decides row by row is one act.
ALTER TABLE triage_undo ADD COLUMN press TEXT NOT NULL DEFAULT '';
-- What was done before this step said nothing of what followed: it is no longer undone.
UPDATE triage_undo SET undone_at = at, before = '' WHERE undone_at IS NULL;
-- What was transferred by law waits for its receiver, not for nobody.
UPDATE item SET next_code = 'outside',
  next_actor = (SELECT max(e.receiver) FROM ending e WHERE e.item_id = item.id AND e.manner = 'transfer'),
  due_basis = (SELECT max(e.paper_on) FROM ending e WHERE e.item_id = item.id AND e.manner = 'transfer')
  WHERE standing = 'ended' AND EXISTS (SELECT 1 FROM ending e WHERE e.item_id = item.id AND e.manner = 'transfer');
UPDATE item SET next_code = 'outside',
  next_actor = (SELECT max(h.receiver) FROM handover h WHERE h.opinion_id = item.opinion_id),
  due_basis = (SELECT max(h.sent_on) FROM handover h WHERE h.opinion_id = item.opinion_id)
  WHERE standing = 'sealed' AND EXISTS (SELECT 1 FROM handover h WHERE h.opinion_id = item.opinion_id);
UPDATE item SET next_code = 'paused',
  due_basis = (SELECT max(a.paused_on) FROM assignment a WHERE a.item_id = item.id AND a.state IN ('assigned', 'in_progress'))
  WHERE next_code = 'body' AND next_due_on IS NULL
  AND EXISTS (SELECT 1 FROM assignment a WHERE a.item_id = item.id AND a.state IN ('assigned', 'in_progress') AND a.paused_on <> '');
