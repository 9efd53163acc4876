todo-title = { $count ->
    [one] { $count } thing is due
   *[other] { $count } things are due
}
todo-nothing-due = Nothing is due
todo-lead = { $overdue } overdue, { $soon } due within the next 7 days.
todo-lead-soon = { $soon } due within the next 7 days.
todo-lead-late = { $overdue } overdue; nothing more is due within the next 7 days.
todo-nothing-lead = Nothing is due within the next seven days.
todo-empty = New opinions, tasks and answers that need you will stand here by the day they are due.
todo-overdue = Overdue
todo-count = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
todo-queues = Waiting
todo-open-task = Open the task
todo-answer = Answer
todo-move-on = Move it on
todo-classify = Classify
todo-tell = Tell the person
todo-prepare = Write the answer
todo-see = See
todo-transfer = { $body } is to accept it by { $day }.
todo-by-body = { $body }, due { $day }.
todo-from-unit = From { $unit }, answer asked by { $day }.
todo-office-turn = The office assigns or answers, due { $day }.
todo-notice-due = The person is to be told by { $day }.
todo-inbox = Matters from below waiting for an answer
todo-triage = Opinions to classify
todo-publication = Opinions whose publication is to be decided
todo-to-tell = Answered by the superior level, person to be told
todo-to-move = Matters to move on
todo-to-approve = Dialogues and contents to approve
todo-answers-to-approve = Prepared answers to approve
todo-to-sign = Minutes to sign
todo-to-issue = Conclusion notices to issue
todo-minutes = Minutes to finish
todo-notices = Conclusion notices to draft
todo-answers-asked = Prepared answers to write
todo-tasks-overdue = Tasks overdue
todo-tasks = Tasks under way
todo-sent-up = Sent up, waiting for an answer
todo-verdicts = Resolved, waiting for the person
todo-agreed = Agreed by the person
todo-partner = { $body } leads, your body takes part; due { $day }.
todo-answers-overdue = Prepared answers overdue
