monday-title = { $count ->
    [one] { $count } thing is overdue or due this week
   *[other] { $count } things are overdue or due this week
}
monday-ready = { $ready } reminders are drafted and wait for you.
monday-see-reminders = { $ready ->
    [one] See and send { $ready } reminder
   *[other] See and send { $ready } reminders
}
monday-orders = Order
monday-by-day = By day
monday-by-noun = By kind
monday-by-body = By body
monday-no-day = No day in the regulations
monday-later = Within 30 days
monday-noun-opinion = Opinions
monday-noun-clock = Publication to decide
monday-noun-dialogue = Dialogues to announce
monday-noun-answer = Prepared answers
monday-noun-notice = Conclusion notices to issue
monday-noun-proof = Proofs of publication
monday-noun-task = Tasks given
monday-noun-superior = Matters between levels
monday-noun-duty = Duties of the regulations
monday-clock = Publish it or withhold it by { $day }.
monday-decide = Decide
monday-sent = Sent up to { $body }, answer asked by { $day }.
monday-urge = See and urge
monday-announce = To be held on { $day }. Announce it by { $by }. Asked by: { $citation }.
monday-see-missing = See what is missing
monday-notice = Held on { $day }, no conclusion notice issued.
monday-notice-by = Held on { $day }, the conclusion notice is due { $by }.
monday-see-notice = Open the notice
monday-duty = { $subject }. { $post }, due { $day }.
monday-duties = { $post }. { $states }.
remind-title = Reminders drafted
remind-help = One for each body, with what is due soon and what is overdue. Read, change, untick those that can wait, and send all at once.
remind-empty = Nothing needs a reminder now.
remind-text = Text
remind-tick = Send this one
remind-send = Send those that are ticked
remind-none-ticked = Tick at least one reminder to send
remind-done = { $count ->
    [one] { $count } reminder was sent. It stands on the threads, and the body is told.
   *[other] { $count } reminders were sent. They stand on the threads, and the bodies are told.
}
remind-sent-today = Reminded today
remind-sent-none = None was sent today.
remind-sent-mark = Sent
remind-not-sent = Not sent. Read, change, and send all at once.
remind-open = See and send
remind-before = Reminded { $day }
remind-label = { $count ->
    [one] { $body }: { $count } matter
   *[other] { $body }: { $count } matters
}
remind-text-to = To: { $to }.
remind-text-begin = { $from } asks you to do the following and report the results:
remind-text-line = { $n }. { $what }: due { $day }, { $when }.
remind-text-answer = Prepared answer “{ $what }”
remind-text-today = due today
remind-text-before = { $days } days left
remind-text-after = { $days } days overdue
remind-text-end = For what cannot be done in time, give the reason and ask for an extension before its day.
remind-letter-title = Reminder to { $body }
remind-letter-matters = Matters of this reminder
news-kind-reminded = Reminder
