ledger-nav = Duties
ledger-title = Duties under the regulations
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
ledger-lead = { $unit }, { $year }, as of { $day }. Each with its clause and how its day was computed.
ledger-empty = No confirmed clause asks anything of this unit's heads in this year. The register of regulations shows what is recorded.
ledger-filter-all = All
ledger-filter-late = Overdue
ledger-filter-soon = Within 30 days
ledger-filter-done = Done
ledger-filter-waived = Waived or put off
ledger-none-here = Nothing of this kind.
ledger-col-duty = Duty
ledger-col-post = Post
ledger-col-due = Due
ledger-col-state = State
ledger-year-before = Year before
ledger-year-after = Year after
ledger-state-due = Not due yet
ledger-state-soon = Due soon
ledger-state-met = Done
ledger-state-late = Done late
ledger-state-breached = Not done
# $days (Number) - days
ledger-state-overdue = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
ledger-state-waived = Waived or put off
ledger-state-na = Does not apply
# $n (Number) - which
# $of (Number) - of how many
# $period (String) - period
ledger-subject-nth = number { $n } of { $of }, { $period }
# $period (String) - period
ledger-subject-period = { $period }
# $year (Number) - year
ledger-period-year = year { $year }
# $from (String) - day
# $to (String) - day
ledger-period-days = { $from } to { $to }
# $day (String) - day
ledger-subject-dialogue = dialogue of { $day }
# $day (String) - day
ledger-subject-opinion = opinion received { $day }
# $day (String) - day
ledger-subject-task = task assigned { $day }
# $day (String) - day
ledger-subject-document = document in force from { $day }
# $day (String) - day
ledger-subject-list = list confirmed { $day }
ledger-part-media = in the mass media
ledger-part-posted = posted at the seat
ledger-part-villages = sent to each village
ledger-part-attendance = attendance
ledger-day-unconfirmed = The document names no day; this one is the system's own, not confirmed.
ledger-why = Rule
ledger-how = How the day was computed
ledger-facts = On record
ledger-no-facts = Nothing is on record yet.
ledger-next = Who acts next:
ledger-nobody = Nobody has anything more to do.
# $post (String) - post
ledger-next-frequency = { $post } holds the dialogue.
# $post (String) - post
ledger-next-plan = { $post } approves the year plan.
# $post (String) - post
ledger-next-announce = { $post } has time, place, content and the way to take part announced.
# $post (String) - post
ledger-next-notice = { $post } signs and issues the conclusion notice.
# $post (String) - post
ledger-next-publish = The office publishes and keeps the proof; { $post } answers for it.
# $post (String) - post
ledger-next-answer = The body in charge answers; { $post } urges it.
# $post (String) - post
ledger-next-person = { $post } tells the person in writing.
# $post (String) - post
ledger-next-supervise = The supervising body records its supervision; { $post } helps.
# $post (String) - post
ledger-next-report = { $post } sends the report.
# $post (String) - post
ledger-next-reception = { $post } receives people.
# $post (String) - post
ledger-next-other = { $post } carries it out.
# $end (String) - day
ledger-how-period = Last day of the period: { $end }.
# $day (String) - day
ledger-how-named = The day that the document names: { $day }.
# $from (String) - day
# $days (Number) - days
# $count (String) - which days
# $due (String) - day
ledger-how-after = { $from } + { $days } { $count } = { $due }. The first day is not counted.
# $event (String) - day
# $days (Number) - days
# $count (String) - which days
# $due (String) - day
ledger-how-before = { $event } − { $days } { $count } = { $due }. The day of the event is not counted.
# $day (String) - day
ledger-how-extended = Extended to { $day }.
# $from (String) - day
# $to (String) - day
ledger-how-pause = Not counted from { $from } to { $to }: another body had to act.
# $days (String) - days not counted
ledger-how-skipped = Not counted: { $days }.
ledger-weekend = weekend
ledger-fact-dialogue = Dialogue
ledger-fact-announcement = Announcement
ledger-fact-notice = Conclusion notice
ledger-fact-proof = Proof of publication
ledger-fact-plan = Year plan
ledger-fact-opinion = Opinion
ledger-fact-task = Task
ledger-fact-supervision = Supervision
ledger-fact-report = Report
ledger-fact-reception = Reception day
ledger-fact-briefing = Briefing
ledger-fact-voter-list = List of voters
ledger-fact-waiver = Paper of waiver
ledger-fact-voter-meeting = Voter meeting
ledger-findings = To be checked
ledger-findings-lead = Found by comparing what is on record; no verdict on anybody.
ledger-no-findings = Nothing to be checked so far.
# $day (String) - day
ledger-since = since { $day }
ledger-finding-too-few = Fewer dialogues than the rule asks
ledger-finding-plan-not-met = Plan not met
ledger-finding-no-approved-plan = No approved year plan
ledger-finding-announced-late = Announced later than the rule asks
ledger-finding-no-notice = No conclusion notice issued
ledger-finding-proof-missing = A proof of publication is missing
ledger-finding-deputy-presided = A deputy presided for the head
ledger-finding-low-attendance = Attendance below the threshold or not recorded
ledger-finding-no-supervision = No supervision on record
ledger-finding-no-answer = Person not told that the opinion was taken up, passed on or answered
ledger-finding-publication-silent = Publication not decided in time
ledger-finding-commitment-overdue = Commitment overdue
ledger-finding-result-not-told = Result not told to the person
ledger-finding-reception-not-held = Fewer reception days than the rule asks
ledger-finding-report-missing = Report missing
ledger-finding-not-briefed = Document not explained to those who carry it out
ledger-finding-voters-unanswered = No dialogue after voters asked for one
ledger-finding-voter-meeting = Voter meeting entered as a dialogue
ledger-remedy = To do:
ledger-remedy-hold = schedule and hold what is missing, or give the superior unit the reason on paper
ledger-remedy-plan = submit and approve the year plan
ledger-remedy-announce = announce in time next time; record why not this time
ledger-remedy-notice = draft and issue the conclusion notice
ledger-remedy-proof = publish and record the missing proof
ledger-remedy-check = look at the paper of delegation and its reason
ledger-remedy-attendance = record who came; invite more widely next time
ledger-remedy-supervise = ask the Front or the Council to supervise and record it
ledger-remedy-answer = tell the person and assign a body
ledger-remedy-publish = decide to publish or withhold, with the ground
ledger-remedy-urge = urge the lead body; extend with a reason where needed
ledger-remedy-tell = tell the person the result
ledger-remedy-receive = hold the missing reception and record it
ledger-remedy-report = send the report and record its number and day
ledger-remedy-brief = explain the document and record day and audience
ledger-remedy-move = move it to the register of voter meetings
ledger-record = Record what was done
ledger-record-lead = Supervision, reports sent, reception days, lists of voters: with their day, so that duties are judged rightly. What was entered by mistake is voided and stays on file.
ledger-record-kind = What
ledger-entry-supervision = Supervision of dialogues
ledger-entry-report = Report sent
ledger-entry-reception = Reception day held
ledger-entry-voter-list = Confirmed list of voters who ask for a dialogue
ledger-entry-waiver = Waived or put off
ledger-record-post = Of the post
ledger-record-day = Day
ledger-record-period = Period of the report
ledger-record-period-none = Not a report
ledger-record-year = Year of the period
ledger-record-month = Last month of the period (monthly, quarterly)
ledger-record-percent = Share of voters, per cent
ledger-record-who = Who did or sent it
ledger-record-who-hint = For example: the standing board of the commune's Front.
ledger-record-paper = Number and symbol of the paper
ledger-record-note = Note
ledger-record-button = Record
ledger-entries = Recorded in this year
ledger-entry-void = Void this line
ledger-publish-title = For the public
ledger-publish-lead = The public page says what the rules ask and what was done, by post and not by name.
ledger-publish-button = Approve this year for the public
ledger-withdraw-button = Take it off
# $label (String) - by whom
ledger-published-by = Public, approved by { $label }.
ledger-not-published = Not public.
ledger-urge-title = Urge
ledger-urge-text = What to say; may be left empty
ledger-urge-button = Send
# $day (String) - day
# $label (String) - who
ledger-urged = Urged by { $label } on { $day }
ledger-waive-title = Accept a reason: waive or put off
ledger-waive-lead = Only the superior unit accepts a reason, on paper. The duty is shown apart and not counted as done.
ledger-waive-reason = Reason
ledger-waive-button = Record
ledger-print = Print
ledger-back = Back to the duties
ledger-mine-title = My year
# $year (Number) - year
ledger-mine-heading = My year { $year }
# $need (Number) - needed
# $held (Number) - held
# $left (Number) - left
ledger-mine-lead = The rules ask for { $need } dialogues: { $held } held, { $left } to go.
ledger-mine-no-number = No confirmed clause says how many dialogues to hold.
ledger-mine-overdue = Overdue
ledger-mine-soon = Within 30 days
ledger-mine-year = Under the rules
ledger-mine-nothing = Nothing is overdue, nothing falls due within 30 days.
# $n (Number) - month
ledger-month = Month { $n }
ledger-mine-held = Held
ledger-mine-planned = To come
ledger-mine-figures = In this year
ledger-fig-met = done in time
ledger-fig-late = done late
ledger-fig-breached = not done
ledger-fig-due = not due yet
ledger-mine-record = The year's record, to print or send
ledger-superior-nav = Compliance
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
ledger-superior-lead = { $unit }, { $year }, as of { $day }. In administrative order, no ranking.
# $n (Number) - units
ledger-superior-all = All { $n } units
ledger-superior-late = With something overdue
ledger-superior-soon = With something due soon
ledger-superior-list = As a list
ledger-superior-table = As a table
ledger-superior-unit = Unit
ledger-superior-excel = Download for Excel
ledger-superior-empty = No unit below has a head in the system yet.
ledger-superior-region = Units by duties, scrolls sideways
# $n (Number) - overdue
ledger-cell-overdue = { $n } overdue
# $n (Number) - soon
ledger-cell-soon = { $n } soon
# $n (Number) - late
ledger-cell-late = { $n } late
ledger-cell-due = Not yet
ledger-cell-met = Done
ledger-cell-waived = Put off
ledger-cell-none = Does not apply
ledger-public-title = What the rules ask, what was done
# $unit (String) - unit
# $year (Number) - year
ledger-public-heading = { $unit }: duties under the regulations in { $year }
ledger-public-lead = By the documents in force. Posts, not names; no ranking of units.
ledger-public-none = This year is not approved for the public. The regulations that apply can be read all the same.
ledger-public-rules = Regulations that apply
ledger-public-asks = Asked
ledger-public-done = Done
# $met (Number) - met
# $of (Number) - of
ledger-public-count = { $met } of { $of }
ledger-public-link = What the rules ask and what was done
ledger-proof-help = Counted from what is on record, as of today.
