-- What a unit was urged to is read beside its duties.
CREATE INDEX urging_of_unit ON urging (unit_id, subject_kind, at, id);
