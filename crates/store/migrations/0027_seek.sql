-- What was sought by reading a whole table.
CREATE INDEX assignment_conclusion ON assignment (conclusion_id);
CREATE INDEX escalation_conclusion ON escalation (conclusion_id);
CREATE INDEX approval_by ON approval (by_user, at);
