clause-lead = Enter what was read in the document, then see how the duties of the year would change before it is saved. The document gets its next version; the one before stays.
clause-when = In force when
clause-replaces = Takes the place of
clause-replaces-none = None, it is added
clause-from = From (needed where it takes another's place; empty: as the document)
clause-to = To
clause-posts = Binds these posts (none: every head)
clause-numbers = Numbers
clause-gap-max = At most so many days until the next
clause-months = In the months (such as 6, 12)
clause-day-of-month = Before this day of the month
clause-more = Kinds of dialogue, periods of reports, receivers
clause-dialogues = About these kinds of dialogue (none: every kind)
clause-basis = By which rule
clause-periods = Periods of reports
clause-receivers = Receivers, one a line
clause-look-at = Preview
clause-year = Year
clause-unit = Of the unit
clause-unit-first = The first unit that changes
clause-look = See how duties would change
clause-save = Save the clause
clause-unconfirmed-note = A clause that was not compared with the document itself is only shown as not confirmed; nobody owes anything by it.
clause-seen-title = What this clause would change
clause-seen-lead = { $unit }, duties of { $year }. Nothing is saved yet.
clause-seen-nothing = { $n ->
    [one] { $n } unit was
   *[other] { $n } units were
} looked at: no duty of { $year } would change. Nothing is saved yet.
clause-seen-counts = { $appear } appear, { $go } go, { $moved } move, { $same } stay
clause-seen-what = Change
clause-seen-before = As it stands
clause-seen-after = Once saved
clause-seen-appears = Appears
clause-seen-goes = Goes
clause-seen-moves = Moves
clause-seen-none = None
clause-seen-others = { $n ->
    [one] { $n } other unit would change too
   *[other] { $n } other units would change too
}
clause-bodies-summary = Only for the heads of some bodies
clause-bodies = Kinds of body (none: every body)
clause-body-names = Or names of bodies as the list of the unit has them, one on each line
rule-number-bodies = Heads of bodies: { $bodies }
