-- Published figures and findings: what others printed, with its bound, its unit of then and its source. Never rows of ours.
CREATE TABLE published_source (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published_on TEXT,
  reference TEXT NOT NULL
);
CREATE TABLE published_figure (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  level TEXT NOT NULL,                -- of the heads; '' all together
  counted TEXT NOT NULL,
  what TEXT NOT NULL,
  bound TEXT NOT NULL,                -- exactly | over | nearly | about
  hundredths BIGINT NOT NULL,
  percent BIGINT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  period TEXT NOT NULL,               -- in the words of the source
  part_of TEXT,
  pilot BIGINT NOT NULL,
  printed TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES published_source (id),
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE INDEX published_figure_unit_of ON published_figure (unit_id, from_on);
CREATE TABLE published_figure_unit (
  figure_id TEXT NOT NULL REFERENCES published_figure (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  PRIMARY KEY (figure_id, unit_id)
);
CREATE INDEX published_figure_of_unit ON published_figure_unit (unit_id);
CREATE TABLE published_finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  supervisor TEXT NOT NULL,
  object TEXT NOT NULL,
  period TEXT NOT NULL,
  paper TEXT NOT NULL,
  printed TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES published_source (id),
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_user TEXT NOT NULL
);
CREATE TABLE published_finding_unit (
  finding_id TEXT NOT NULL REFERENCES published_finding (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  PRIMARY KEY (finding_id, unit_id)
);
CREATE INDEX published_finding_of_unit ON published_finding_unit (unit_id);
