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
    [one] { $count } opinion could not be done and stays ticked:
   *[other] { $count } opinions could not be done and stay ticked:
}
triage-left-at = This is no longer possible: { $standing }.
triage-key-help = every key
