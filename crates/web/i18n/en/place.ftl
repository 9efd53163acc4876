place-crumbs = Breadcrumbs
place-home = Home
place-send = Send an opinion to the commune
place-send-ward = Send an opinion to the ward
place-send-zone = Send an opinion to the special zone
place-villages-count = { $count ->
    [one] { $count } village.
   *[other] { $count } villages.
}
place-formers = Before { $day }: { $names }.
place-demo-title = This unit is invented for the demonstration
place-demo-text = No commune has this name and code; its numbers stand outside all totals.
place-next = Next dialogue
place-next-none = No dialogue is announced.
place-next-none-do = Send an opinion so that it can be chosen for the next one; a new announcement will stand here.
place-see-dialogue = See the contents and how to take part
place-open = Being solved
place-open-none = No published opinion is waiting for a result.
place-resolved = Just resolved
place-resolved-none = No matter is published as resolved yet.
place-see-all = { $count ->
    [one] See { $count } published opinion
   *[other] See all { $count } published opinions
}
place-issues = Raised by many
place-issue-counts = { $count ->
    [one] { $count } published opinion, { $resolved } resolved
   *[other] { $count } published opinions, { $resolved } resolved
}
place-numbers = What people raised
place-number-published = published opinions
place-number-disposed = answered
place-number-resolved = resolved
place-number-agreed = agreed by the person
place-number-open = being solved
place-number-overdue = overdue
place-rate-resolved = Resolved: { $part } of { $whole } published opinions ({ $share }).
place-rate-agreed = Agreed by the person: { $part } of { $whole } resolved matters ({ $share }). Silence is not counted as agreement.
place-as-of = As of { $day }, counted over published opinions. Each number opens its rows.
place-numbers-none = No opinion is published yet. Be the first: press “Send an opinion”.
place-year = Dialogues of { $year }
place-year-coming = Coming
place-held = Past dialogues
place-held-none = No dialogue is recorded here yet.
place-all-dialogues = See all dialogues
place-notices = Conclusion notices
place-notice = Notice { $symbol } of { $day }
place-villages = Villages
place-province = Province
items-title = Opinions of the people
items-lead = Published opinions, each with who is solving it and by when. What changed last comes first.
items-show = Choose a state
items-all = All
items-open = Being solved
items-overdue = Overdue
items-disposed = Answered
items-resolved = Resolved
items-agreed = Agreed by the person
items-village = Village
items-any-village = All villages
items-filter = Filter
items-none = No opinion is in this list
items-none-do = Choose “All”, or send the first opinion.
items-next = See more
dialogues-title = Dialogues
dialogues-lead = Announced and held, the latest first.
province-lead = { $count ->
    [one] { $count } commune, ward or special zone.
   *[other] { $count } communes, wards and special zones.
}
province-communes = Choose where you live
province-wards = Wards
province-rural = Communes
province-zones = Special zones
province-demo = Invented for the demonstration, outside all totals
province-coming-none = No dialogue is announced in this province.
pub-kick = Published opinion
pub-said = What the person wrote
pub-said-meta = Personal data was removed for publication.
pub-facts = Outcome and today
pub-outcome = Outcome of { $day }
pub-frozen = As it stands in the notice; it does not change.
pub-today = Today, { $day }
pub-no-outcome = No dialogue has concluded on this matter yet.
pub-about = This opinion
pub-kind = Kind
pub-where = Place
pub-field-label = Field
pub-judged = Judged
pub-received-on = Received on
pub-part-of = Same issue
pub-follow-yours = Is this yours? Follow it by the code on your slip
issue-kick = An issue raised by many
issue-counts = { $count ->
    [one] { $count } published opinion, { $resolved } resolved.
   *[other] { $count } published opinions, { $resolved } resolved.
}
issue-items = Each opinion and where it stands today
issue-items-none = The opinions of this issue are not published yet.
dialogue-topics = Contents
dialogue-topics-none = The contents are published with the announcement.
dialogue-topic-items = { $count ->
    [one] From { $count } published opinion
   *[other] From { $count } published opinions
}
dialogue-topic-reason = Why it was chosen: { $reason }
dialogue-join = How to take part
dialogue-agenda = Agenda
dialogue-conclusions = Conclusions
dialogue-conclusions-lead = { $count ->
    [one] { $count } matter in the three groups of the conclusion notice. “Today” is the state on { $day }.
   *[other] { $count } matters in the three groups of the conclusion notice. “Today” is the state on { $day }.
}
dialogue-no-conclusions = No conclusion notice yet. It is published as soon as it is issued.
dialogue-group-resolved = I. Resolved: { $count }
dialogue-group-unresolved = II. Not resolved: { $count }
dialogue-group-escalated = III. Sent to the superior level: { $count }
dialogue-group-none = Nothing in this group.
dialogue-frozen = Outcome:
dialogue-now = Today:
dialogue-steps = See each step
dialogue-conclusion-page = See the conclusion
dialogue-does = Done by: { $who }.
dialogue-due = Due: { $day }.
dialogue-to = Sent to: { $who }.
dialogue-why = Why: { $why }
dialogue-norm = Basis, evidence: { $norm }
dialogue-who = About the dialogue
dialogue-chair = Chair
dialogue-invited = Invited
dialogue-paper = Paper: { $paper }.
dialogue-present = { $present } present, { $invited } invited
dialogue-turns = { $count ->
    [one] { $count } turn of speech in the minutes
   *[other] { $count } turns of speech in the minutes
}
dialogue-turns-label = Speaking
dialogue-rules = Notice given
dialogue-lead-days = { $days ->
    [one] Announced { $days } day before
   *[other] Announced { $days } days before
}
dialogue-lead-asked = The least is { $days } days.
dialogue-lead-override = Why it was announced late: { $reason }
dialogue-no-documents = Announced without documents, because: { $reason }
dialogue-lead-by = Decided by: { $who }.
dialogue-cited = Under { $citation }.
dialogue-announced = Announced on { $day }.
dialogue-kind = Kind
dialogue-form = Form
conclusion-kick = Conclusion { $number }
conclusion-of = Notice { $symbol } of { $day }
conclusion-dialogue = Dialogue
conclusion-item = Published opinion
conclusion-thread = Each step
conclusion-untitled = Not published
conclusion-private = The opinion behind it is not published. The person follows each step by the code on the slip.
dialogue-new-day-later = The new day will be announced
dialogue-day-changes = Changes of the day
dialogue-basis = By which rule
dialogue-council = Co-chair
dialogue-sites = Sites
dialogue-site-people = { $n ->
    [one] { $n } person came
   *[other] { $n } people came
}
dialogue-documents = To read beforehand
place-rate-too-few = No shares yet: they are shown from { $least } published opinions on.
