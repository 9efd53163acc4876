-- A further path that was named before step 19 waits for the person's choice, not for nobody; since the day it was named.
UPDATE item SET next_code = 'choice', next_actor = '',
  due_basis = coalesce((SELECT max(s.on_day) FROM step s WHERE s.item_id = item.id AND s.kind = 'further_path'), due_basis)
  WHERE standing = 'further_path' AND next_code = 'nobody';
-- Dialogues from before the office could search them: filled at the first start, as opinions were (step 6).
INSERT INTO job (id, kind, payload, run_at, tries, error) VALUES ('0024-staff-search-dialogues', 'staff_search.fill_dialogues', '', 0, 0, '');
-- Rounds are named after what they are; they did sweep files under the name of the ledger.
UPDATE job SET id = 'round-' || substr(id, 8), kind = 'round.' || substr(kind, 8) WHERE kind IN ('ledger.urging', 'ledger.sheets', 'ledger.files');
-- Who received a report (L8).
ALTER TABLE duty_entry ADD COLUMN receivers TEXT NOT NULL DEFAULT '';
