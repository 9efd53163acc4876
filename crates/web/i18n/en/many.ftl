many-publish-title = Publish several opinions
many-publish-this = Publish this one
many-publish-send = Publish those that are ticked
many-published = { $count ->
    [one] { $count } opinion was published.
   *[other] { $count } opinions were published.
}
many-done = { $count ->
    [one] { $act }: done for { $count } opinion.
   *[other] { $act }: done for { $count } opinions.
}
many-left = { $count ->
    [one] { $count } opinion could not be done; what is still in the list stays ticked:
   *[other] { $count } opinions could not be done; those still in the list stay ticked:
}
triage-left-at = This is no longer possible: { $standing }.
tasks-many-chosen = { $count ->
    [one] { $count } task is chosen
   *[other] { $count } tasks are chosen
}
tasks-many-urge-help = A task is urged once a day at most. The lead body is told; the words stand on each task.
tasks-bulk = What is done with the chosen tasks
tasks-bulk-hint = With the chosen tasks:
tasks-choose = Choose: { $task }
tasks-many-done = { $count ->
    [one] { $act }: done for { $count } task.
   *[other] { $act }: done for { $count } tasks.
}
tasks-many-left = { $count ->
    [one] { $count } task could not be done; what is still in the list stays ticked:
   *[other] { $count } tasks could not be done; those still in the list stay ticked:
}
triage-key-help = every key
many-submit-title = Submit several opinions for publication
many-submit-this = Submit this one
many-submit-send = Submit those that are ticked to the head
many-submitted = { $count ->
    [one] { $count } opinion was submitted to the head.
   *[other] { $count } opinions were submitted to the head.
}
bulk-this-page = Ticks count on this page only: after turning the page or changing the filter, tick again.
