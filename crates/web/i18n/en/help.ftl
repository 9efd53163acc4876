help-title = Help
help-lead = Send an opinion to the heads of your Party committee and authority and follow it to its result. No account is needed.
help-offline-title = Without internet
help-offline-text = Any of these three ways will do, with the same result:
help-offline-1 = Go to the office of the commune or ward, speak or hand in a paper. A clerk enters it for you.
help-offline-2 = Phone the commune or ward. A clerk writes it down.
help-offline-3 = Ask the head of your village or group to pass it on, or speak at a dialogue.
help-offline-slip = Each way gives you a slip with a tracking code and secret digits. A paper with name, address and signature is considered as a petition; what is sent over the internet or without a name is taken as feedback (phản ánh).
help-after-title = After sending
help-after-1 = The office reads it, sorts it, groups opinions on the same matter and tells you where it went.
help-after-2 = It is answered at once, assigned to a body, or taken to a dialogue with the heads.
help-after-3 = A conclusion notice follows the dialogue: resolved, not resolved, or sent to the superior level.
help-after-4 = When there is a result, you say whether you agree. If not, it is reopened once; after that the next path is named.
help-long-title = How long
help-clock-told = You are told where it went
help-clock-answer = It is dealt with, where no other day was set
help-clock-reopened = Answered again when you do not agree
help-clock-verdict = Time for you to answer
help-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
help-days-working = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
help-long-text = The page always says who acts next and by when. When it is overdue, it says by how many days.
help-lost-title = Lost slip, forgotten code
help-lost-secret = Nobody can see lost secret digits again, officers neither. Take an identity paper to the office you sent the opinion to and get a new slip, or answer at the counter with the code; that answer is marked as given at the counter.
help-law-title = Complaints and denunciations
help-law-text = This site takes no text of them. When sending, choose “Complaint” or “Denunciation” to see the lawful address.
privacy-title = Protection of personal data
privacy-lead = Under the Law on Personal Data Protection 91/2025/QH15. Here is what this program really does.
privacy-what-title = What is kept
privacy-what-1 = The text, village, place, day and files that you send: to deal with the matter and answer it.
privacy-what-2 = Your name, phone and address, if you give them: so that officers can reach you. You can send without them.
privacy-what-3 = Tracking code and secret digits are kept as one-way hashes only; nobody can read them back.
privacy-apart-title = Kept apart and hidden
privacy-apart-1 = Name, phone and address lie apart from the text; only officers who read the opinions of that place see them.
privacy-apart-2 = Public pages show only text that was edited and approved; never a phone or address. A name only if you choose so.
privacy-apart-3 = Place and device are taken out of JPEG, PNG and WebP pictures before they are kept.
privacy-apart-4 = The program's record of steps holds ids and keyed hashes only, no text and no names.
privacy-rights-title = Your rights
privacy-rights-text = You may see, correct or have erased what is kept about you. Ask at the office of the commune, with your tracking code. Name, phone and address are kept apart, so they can be erased without losing the opinion; the rest of the file stays by the rules on archives.
privacy-cookies-title = Cookies
privacy-cookies-text = Reading sets no cookie but one that remembers the language where you change it. When you send or follow, your device keeps one sealed cookie that shows the slip (30 minutes) or the opinion you follow (2 hours). No advertising, no tracking, no data to others.
