-- What the query plans of SQLite lacked, which chooses without statistics: the index over the whole country's results was
-- taken for the counts of one issue. It now holds results only, in their order; an issue's published matters have their own.
DROP INDEX item_resolved;
CREATE INDEX item_resolved ON item (resolved_at, public_id) WHERE publication = 'published' AND resolved_at IS NOT NULL;
CREATE INDEX item_issue_published ON item (issue_id, publication, resolved_at);
