-- Why a reason that had been accepted was withdrawn.
ALTER TABLE duty_entry ADD COLUMN void_why TEXT NOT NULL DEFAULT '';
