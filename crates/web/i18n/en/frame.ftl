language-name = English
skip-to-content = Skip to the main content
tagline = Dialogue between heads and the people
nav-main = Main
nav-find = Places
nav-send = Send an opinion
nav-send-short = Send
nav-follow = Follow
nav-search = Search
nav-help = Help
demo-label = Demonstration
demo-banner = A demonstration: the people, communes and matters here are invented.
footer-purpose = where you send an opinion to the heads of your Party committee and authority and follow it to its result.
footer-offline = No internet? How to hand it in
footer-privacy = Protection of personal data
footer-staff = For officers
other-language = Tiếng Việt
desk-nav-home = To do
desk-nav-triage = Triage
desk-nav-dialogues = Dialogues
desk-nav-tasks = Tasks
desk-nav-superior = From below
desk-nav-handovers = Transfer register
sign-out = Sign out
sign-in-title = Sign in, for officers
sign-in-login = Sign-in name
sign-in-password = Password
sign-in-button = Sign in
sign-in-hint = Citizens need no account to send and follow an opinion.
sign-in-wrong = The name and the password do not fit each other. Check Caps Lock and the Vietnamese keyboard, then try again.
error-prefix = Error
error-summary = { $count ->
    [one] There is a problem: { $count } place to mend
   *[other] There is a problem: { $count } places to mend
}
due-overdue = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
due-today = Today
due-in = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
standing-received = Received
standing-triaged = Sorted
standing-scheduled = On the agenda of a dialogue
standing-heard = Answered at the dialogue, conclusion to come
standing-in-progress = In progress
standing-no-resources = No resources yet
standing-escalated = Sent to the superior level
standing-superior-answered = The superior level has answered
standing-done = Done, waiting for the person
standing-agreed = The person agrees
standing-reopened = Reopened, in progress
standing-further-path = Next path named
standing-ended = Ended by procedure
standing-sealed = Transferred under its own law
outcome-resolved-done = Resolved: done
outcome-resolved-explained = Resolved: explained
outcome-unresolved-in-progress = Not resolved: in progress
outcome-unresolved-no-resources = Not resolved: no resources yet
outcome-escalated-sent = To the superior level: sent
outcome-escalated-answered = To the superior level: answered
fault-go-home = Back to the start
fault-go-work = To my work
fault-not-found-work = The address may be incomplete, or this page is not open to your role. Check the address or go back to your work.
fault-not-found-title = There is no such page
fault-not-found-text = The address may be incomplete, or the page is not for you. Check the address or go back to the start.
fault-foreign-title = The form is out of date
fault-foreign-text = For safety this form was not taken. Go back, reload the page and send it again.
fault-refused-title = This step cannot be taken yet
fault-refused-text = See below what is missing.
fault-sign-in-title = Your session has ended
fault-sign-in-text = What you just sent was not recorded. Sign in and send it again.
fault-typed-title = What you typed
fault-typed-text = None of it is kept. If you still need it, copy it before you leave this page.
fault-typed-part = Text { $n }
fault-too-many-title = Too many tries
fault-too-many-text = { $minutes ->
    [one] Please wait about { $minutes } minute and try again.
   *[other] Please wait about { $minutes } minutes and try again.
}
fault-unread-title = This request could not be read
fault-unread-text = A part of the address or of the form is missing, so nothing was recorded. Go back, reload the page and send it again.
fault-too-large-title = Too much was sent at once
fault-too-large-text = What you just sent was not recorded. Go back, take fewer or smaller files and send it again.
fault-reading-text = This page could not be opened. Please try again in a few minutes.
fault-broken-title = The system has a fault
fault-broken-text = What you just sent was not recorded. Go back and send it again in a few minutes; what you typed is still on the page before.
fault-later-title = The server is busy
fault-later-text = What you just sent may not have been recorded. Go back and send it again in a few minutes; what you typed is still on the page before, and sending again does not count twice.
