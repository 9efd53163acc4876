triage-title = Triage
triage-help = Each opinion needs its field, whether it is grounded, and who deals with it. The oldest stands first.
triage-enter = Enter for a person
triage-import = Import a book from Excel
triage-issues = Issues
triage-undo = Undo
triage-last = Last done: { $what } ({ $count ->
    [one] { $count } opinion
   *[other] { $count } opinions
}).
triage-done = Done: { $what }.
triage-filters = Filter
triage-filter-waiting = To be classified
triage-filter-soon = Due soon or overdue
triage-filter-triaged = Classified
triage-filter-publication = Publication to be decided
triage-empty = There is nothing here.
triage-empty-hint = New opinions appear under “To be classified”. You can enter a letter or import a book from Excel.
triage-bulk = What to do with the chosen opinions
triage-bulk-hint = With the chosen opinions:
triage-list = List of opinions
triage-col-choose = Choose
triage-col-opinion = Opinion
triage-col-kind = Kind, village
triage-col-received = Received
triage-col-due = Due
triage-choose = Choose: { $title }
triage-in-issue = Issue: { $issue }
triage-next = Next page
triage-key-move = down, up
triage-key-tick = choose
triage-key-open = open
triage-no-village = Village not known
triage-open-opinion = The opinion and who sent it
triage-more-acts = Other things to do with it
triage-issue-choice = { $title } ({ $count ->
    [one] { $count } opinion
   *[other] { $count } opinions
})
act-classify = Classify
act-group = Group into an issue
act-assign = Assign to a body
act-to-dialogue = Take to a dialogue
act-answer = Answer directly
act-split = Split into several matters
act-ungroup = Take out of the issue
act-publish = Publish
act-withhold = Withhold from publication
act-end = End procedurally
act-seal = Seal and transfer
act-help-classify = Choose the field and say whether it is grounded. The person sees it on the thread.
act-help-group = Opinions on the same matter share an issue. Each sender is told on the thread.
act-help-assign = Assign it now, without waiting for a dialogue. The person sees the lead body and the day.
act-help-to-dialogue = The opinion waits to be chosen as content of the coming dialogue. The person is told on the thread.
act-help-answer = An answer needs a result and a norm. The person says whether they agree.
act-help-split = An opinion with several matters is split so that each goes its own way. The text as given stays.
act-help-ungroup = The opinion leaves the issue. The person is told on the thread.
act-help-publish = Edit the text that everybody reads. The original stays; every edit is logged with the approver’s post.
act-help-withhold = Choose the ground. The sender still sees the opinion and its result, and this ground.
act-help-end = A matter outside direct contact and dialogue ends with a paper, its receiver and day. The person sees them.
act-help-seal = For a complaint or a denunciation that arrived as an opinion by mistake. The text, the files and, of a denunciation, who gave it are encrypted for the competent body; nobody here can read them again. Where the letter also holds petitions, split it first, then seal only the matter concerned: the others go on. This cannot be undone.
act-back = Back
act-about = Chosen opinions
act-about-count = { $count ->
    [one] { $count } opinion chosen
   *[other] { $count } opinions chosen
}
act-cancel = Cancel
act-choose = Choose
act-keep = Keep the kind
act-title = Title of the matter
act-field = Field
act-kind = Kind
act-grounded = Grounded or not
act-note = Reason
act-note-hint = Needed once it is judged. The sender reads it.
act-issue = Issue
act-issue-new = A new issue
act-issue-title = Title of the issue
act-issue-title-hint = The matter and the place, no names of persons. Everybody in the issue reads it.
act-body = Lead body
act-partners = Co-operating bodies
act-task = What is to be done
act-task-hint = Left empty, each opinion’s title is taken.
act-due = Due day
act-due-hint = Day first, then month, such as 27/11/2026.
act-result = Result, answer
act-result-hint = For the person to read: what was done, or why not.
act-norm = Norm
act-norm-hint = The document and clause it rests on.
act-part = Matter { $number }
act-part-title = Title (left empty, the first sentence is taken)
act-part-body = Text
act-publish-note = Take out phone numbers, identity numbers, exact addresses, neighbours’ names, and the sender’s name unless they chose to publish it.
act-published-title = Title as published
act-published-body = Text as published
act-ground = Ground of withholding
act-manner = Manner of ending
act-paper = Number and symbol of the paper
act-paper-hint = For example 45/UBND-VP
act-paper-on = Day of the paper
act-receiver = Receiver
act-reason = Reason
act-scan = Scan of the paper
act-sealed-kind = Kind
act-reach = How far the sealing reaches
act-reach-matter = This matter only
act-reach-matter-hint = { $count ->
    [one] { $count } other matter of the letter goes on by the clerk’s extract; the letter’s own text and files are sealed. Of a denunciation the sender’s name is sealed too; the sender can still follow by code.
   *[other] { $count } other matters of the letter go on by the clerk’s extracts; the letter’s own text and files are sealed. Of a denunciation the sender’s name is sealed too; the sender can still follow by code.
}
act-reach-letter = The whole letter
act-reach-letter-hint = Every matter split from this letter and its sender are sealed.
opinion-title = A person’s opinion
opinion-logged = Opening this page is written into the access log.
opinion-given = As given
opinion-sealed = Sealed and transferred under its own law. No text is left here.
opinion-no-text = No text is left
opinion-file-size = { $kb } kB
opinion-not-classified = Not classified yet
opinion-publication = Publication
opinion-published-text = The published text
opinion-person = The sender
opinion-no-person = Nothing is known of the sender.
opinion-facts = Receipt
opinion-email = E-mail
opinion-kind = Kind
opinion-channel = Channel
opinion-received = Day of receipt
opinion-village = Village
opinion-place = Place
opinion-occurred = Day it happened
opinion-signed = Signed
opinion-signed-yes = Signed, with name and address: told in writing
opinion-signed-no = No: handled as feedback
opinion-notice-due = The person is told by
issues-title = Issues
issues-help = Matters that several opinions share. An issue can be chosen as content of a dialogue.
issues-empty = There is no issue yet. In the queue, choose opinions on the same matter, then “Group into an issue”.
issues-col-title = Issue
issues-col-items = Opinions
issues-col-state = Publication
issue-hot = Salient
issue-urgent = Pressing
issue-is-published = Published
issue-not-published = Not published
issue-published-at = Published { $at }
issues-inside = { $count ->
    [one] { $count } opinion in this issue
   *[other] { $count } opinions in this issue
}
issue-dissolved = Nothing is left in this issue.
issue-edit = Edit the issue
issue-summary = Summary
issue-flags = Weight
issue-save = Save
issue-publish = Save and publish
