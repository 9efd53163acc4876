//! The rows of the corpus of query plans: each table that grows with the country, filled by one statement.

/// An `INSERT` of the numbers 1 to `$1`, each with values that are made of it.
macro_rules! numbers {
    ($into:literal, $columns:literal, $values:literal) => {
        concat!(
            "INSERT INTO ",
            $into,
            " (",
            $columns,
            ") WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT ",
            $values,
            " FROM n"
        )
    };
}
pub(crate) use numbers;

/// Each table with how many rows it gets for one item.
pub const FILL: &[(&str, i64, i64)] = &[
    (
        numbers!(
            "opinion",
            "id, province_id, unit_id, public_id, kind, channel, body, village_id, place_note, received_at, received_on, signed, name_public, notice_due_on, source, source_id",
            "'o' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'petition', 'web', 'một ý kiến', 'v' || CAST(i % 2000 AS TEXT), '', i, '2026-01-0' || CAST(1 + i % 9 AS TEXT), 0, 0, '2026-02-01', 'web', CAST(i AS TEXT)"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "issue",
            "id, province_id, unit_id, public_id, title, summary, field, hot, urgent, published_at, created_at, created_by",
            "'s' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'một nhóm', '', 'roads', 0, 0, i, i, 'x'"
        ),
        1,
        10,
    ),
    (
        numbers!(
            "item",
            "id, province_id, unit_id, public_id, opinion_id, seq, kind, title, body, field, village_id, grounded, grounded_note, issue_id, route, standing, next_actor, next_code, next_due_on, due_basis, resolved_at, publication, publication_due_on, received_on, created_at, updated_at",
            "'i' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'o' || CAST(i AS TEXT), 1, 'petition', 'một việc', 'nội dung', 'roads', 'v' || CAST(i % 2000 AS TEXT), 'grounded', '', CASE WHEN i % 20 = 0 THEN 's' || CAST(1 + i / 20 AS TEXT) END, 'dialogue', CASE (i / 200) % 5 WHEN 0 THEN 'received' WHEN 1 THEN 'triaged' WHEN 2 THEN 'in_progress' WHEN 3 THEN 'done' ELSE 'agreed' END, 'Văn phòng', 'office', '2026-01-1' || CAST(i % 9 AS TEXT), '', CASE WHEN (i / 200) % 5 > 2 THEN i END, CASE WHEN i % 3 = 0 THEN 'received' ELSE 'published' END, '2026-02-01', '2026-01-0' || CAST(1 + i % 9 AS TEXT), i, i"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "step",
            "id, province_id, item_id, at, on_day, kind, actor, data, public",
            "'t' || CAST(i AS TEXT), 'p.2025', 'i' || CAST(1 + i / 3 AS TEXT), i, '2026-01-01', 'received', 'x', '{}', 1"
        ),
        2,
        1,
    ),
    (
        numbers!(
            "dialogue",
            "id, province_id, unit_id, public_id, kind, basis, title, state, on_day, at_time, place, form, audience, how_to_join, contents_state, lead_days, lead_citation, lead_override, created_at, created_by",
            "'d' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'regular', 'party', 'một cuộc', CASE (i / 200) % 4 WHEN 0 THEN 'announced' WHEN 1 THEN 'held' WHEN 2 THEN 'concluded' ELSE 'closed' END, '20' || CAST(10 + i % 17 AS TEXT) || '-05-0' || CAST(1 + i % 9 AS TEXT), '08:00', '', 'in_person', '', '', 'approved', 7, '', '', i, 'x'"
        ),
        1,
        20,
    ),
    (
        numbers!(
            "topic",
            "id, dialogue_id, issue_id, item_id, seq, title, reason, source_note, state, at, by_label",
            "'k' || CAST(i AS TEXT), 'd' || CAST(1 + i / 3 AS TEXT), NULL, 'i' || CAST(i AS TEXT), i, 'nội dung', '', '', 'approved', i, ''"
        ),
        1,
        10,
    ),
    (
        numbers!(
            "minutes",
            "id, dialogue_id, state, opened, closed, secretary, bodies_present, chair_conclusion, canonical, hash, signed_by, signed_label",
            "'m' || CAST(i AS TEXT), 'd' || CAST(i AS TEXT), 'signed', '', '', '', '', '', '', '', '', ''"
        ),
        1,
        25,
    ),
    (
        numbers!(
            "minute_entry",
            "id, minutes_id, seq, speaker, said, answer, answered_by, item_id, at",
            "'e' || CAST(i AS TEXT), 'm' || CAST(1 + i / 6 AS TEXT), i, '', '', '', '', 'i' || CAST(i AS TEXT), i"
        ),
        1,
        10,
    ),
    (
        numbers!(
            "notice",
            "id, dialogue_id, unit_id, public_id, body_id, state, number, symbol, numbering, series, signed_on, signer_name, signer_post, assessment, issued_at, canonical, hash",
            "'c' || CAST(i AS TEXT), 'd' || CAST(i AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'b' || CAST(i % 200 AS TEXT), 'issued', i, '1/TB-UBND', 'issued', 2026, '2026-01-01', '', '', '', i, '', ''"
        ),
        1,
        40,
    ),
    (
        numbers!(
            "conclusion",
            "id, notice_id, unit_id, public_id, item_id, seq, outcome, substate, text, norm, reason, partners, escalate_body, escalate_paper",
            "'q' || CAST(i AS TEXT), 'c' || CAST(1 + i / 5 AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'i' || CAST(i AS TEXT), i, 'resolved', 'done', '', '', '', '[]', '', ''"
        ),
        1,
        10,
    ),
    (
        numbers!(
            "assignment",
            "id, province_id, unit_id, public_id, item_id, body_id, assigned_by, task, due_on, first_due_on, due_basis, state, result, norm, done_on, at",
            "'a' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'i' || CAST(i AS TEXT), 'b' || CAST(i % 200 AS TEXT), 'x', 'việc', '2026-01-1' || CAST(i % 9 AS TEXT), '2026-01-10', '', CASE WHEN (i / 200) % 2 = 0 THEN 'assigned' ELSE 'done' END, '', '', '2026-01-10', i"
        ),
        1,
        2,
    ),
    (
        numbers!(
            "escalation",
            "id, province_id, public_id, item_id, from_unit_id, to_unit_id, to_body, mode, text, paper, due_on, state, sent_at, sent_on, acknowledged_by, answered_by, answer, answer_norm, answer_paper",
            "'x' || CAST(i AS TEXT), 'p.2025', i, 'i' || CAST(i AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', 'u' || CAST(i % 150 AS TEXT) || '.2025', '', 'inbox', '', '', '2026-01-10', CASE WHEN i % 9 = 0 THEN 'sent' ELSE 'answered' END, i, '2026-01-01', '', '', '', '', ''"
        ),
        1,
        20,
    ),
    (
        numbers!(
            "search_doc",
            "id, kind, ref, unit_id, public, title, context, head, exact, fold, weight, at",
            "i, 'item', CAST(i AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', 1, 'việc', '', 'viec', 'mương số ' || CAST(i % 5000 AS TEXT), 'muong so ' || CAST(i % 5000 AS TEXT), 1, i"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "staff_doc",
            "kind, ref, unit_id, subject_id, title, person, exact, fold, on_day",
            "'opinion', CAST(i AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', 'o' || CAST(i AS TEXT), 'việc', 'An', 'mương số ' || CAST(i % 5000 AS TEXT), 'muong so ' || CAST(i % 5000 AS TEXT), '2026-01-01'"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "news",
            "id, user_id, unit_id, kind, at, on_day, by_label, path",
            "'n' || CAST(i AS TEXT), 'o' || CAST(i % 200 AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', 'assigned', i, '2026-01-01', '', ''"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "publication",
            "id, province_id, unit_id, public_id, matter, title, paper, opened_on, due_on, citation, confirmed, at, by_user, by_label",
            "'p' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'x', 'một tin', '', '2026-01-01', '2026-01-1' || CAST(i % 9 AS TEXT), '', 1, i, '', ''"
        ),
        1,
        10,
    ),
    (
        numbers!(
            "publication_proof",
            "id, province_id, unit_id, publication_id, public_id, way, at",
            "'r' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', 'p' || CAST(1 + i / 4 AS TEXT), i, 'media', CASE WHEN i % 7 = 0 THEN NULL ELSE i END"
        ),
        3,
        10,
    ),
    (numbers!("duty_sheet", "unit_id, year, reckoned_at", "'u' || CAST(i - 1 AS TEXT) || '.2025', 2026, i"), 1, 500),
    (
        numbers!(
            "duty",
            "unit_id, year, duty_id, province_id, post_id, kind, document_id, clause, due_on, done_on, settled",
            "'u' || CAST(i % 200 AS TEXT) || '.2025', 2020 + i % 7, 'y' || CAST(i AS TEXT), 'p.2025', 't' || CAST(i % 200 AS TEXT), 'notice_limit', 'qd', 1, '2026-01-1' || CAST(i % 9 AS TEXT), NULL, ''"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "finding",
            "unit_id, year, seq, province_id, post_id, kind, since_on, evidence_kind, evidence_id",
            "'u' || CAST(i % 200 AS TEXT) || '.2025', 2020 + i % 7, i, 'p.2025', 't' || CAST(i % 200 AS TEXT), 'no_answer', '2026-01-1' || CAST(i % 9 AS TEXT), '', ''"
        ),
        1,
        4,
    ),
    (
        numbers!(
            "event",
            "id, province_id, unit_id, at, kind, subject_kind, subject_id, actor, bytes, salt, leaf",
            "'z' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'x', 'item', 'i' || CAST(1 + i / 3 AS TEXT), 'system', '1', '1', '1'"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "job",
            "id, kind, payload, run_at, tries, done_at, error",
            "'j' || CAST(i AS TEXT), CASE WHEN i % 2 = 0 THEN 'mail.officer' ELSE 'record' END, '', i, 0, CASE WHEN i % 500 = 0 THEN NULL ELSE i END, ''"
        ),
        1,
        1,
    ),
    (
        numbers!(
            "side_meeting",
            "id, province_id, unit_id, public_id, kind, title, on_day, place, host, people_bound, speeches_bound, note, at, by_user, by_label",
            "'w' || CAST(i AS TEXT), 'p.2025', 'u' || CAST(i % 200 AS TEXT) || '.2025', i, 'reception', '', '2026-01-0' || CAST(1 + i % 9 AS TEXT), '', '', '', '', '', i, '', ''"
        ),
        1,
        20,
    ),
];
