# The course of a meeting: who chairs, whom the chair marked, a break, questions on the spot.

refusal-head-handed-over = You handed this meeting over to { $who }: the acting head chairs it (cl. 4.3). Until the opening you can take it back on the meeting’s card.
refusal-chairs-no-more = You no longer chair this meeting: { $who } does (cl. 4.3). You may vote and speak as a member.
refusal-only-head-hands-over = Only the head can hand a meeting over (cl. 4.3).
refusal-handed-over-already = This meeting has already been handed over to { $who } (cl. 4.3).
refusal-nobody-to-hand-over-to = There is nobody to hand over to: { $who } is absent or vacant, and the decree names nobody else (cl. 4.3).
refusal-not-handed-over = This meeting is not handed over: you chair it.
refusal-acting-not-present = { $who } is not at the meeting, so the chair cannot be handed over (cl. 4.3). They check in first: “Present”.
refusal-absent-not-present = An absence of { $who } is on record until { DAY($until) }, and whoever is absent cannot be present (cl. 4.3). Whoever is back taps “Present” in the private chat with the bot and confirms it.
refusal-absent-from-here = You are marked as present at meeting No. { $number }, so no absence from today was recorded (cl. 4.3). Tap “Leaving” first.
refusal-leaves-in-private = Leaving is confirmed apart: tap “Leaving” in the private chat with the bot.
refusal-meeting-day-is-over = The meeting was set for { DAY($moment) }, and check-ins are good for their day only (cl. 4.3.1). The chair moves it to another day or closes it.
refusal-at-another-meeting = { $seats ->
    [one] { $names } is
   *[other] { $names } are
 } at meeting No. { $number }, which goes on, and nobody is at two at once (cl. 4.3.1). Close that meeting, or mark who has left it.
refusal-others-are-coming = Before { TIME($moment) } the meeting opens when all who have not declined are here. Waiting for: { $names }. From { TIME($moment) } a quorum is enough (cl. 4.3.1).

refusal-seat-not-chosen = { $who } is not among the participants (cl. 3.2). Add them first: “Participants”.
refusal-seat-already-present = { $who } is already marked as present.
refusal-seat-not-present = { $who } is not marked as present (cl. 4.6). Mark them first: “Participants”.

refusal-heard-already = Question { $item } is already being heard, since { TIME($moment) }.
refusal-same-wording = The draft decision on question { $item } already reads that way.
refusal-item-dropped = Question { $item } was taken off the agenda at { TIME($moment) } (cl. 3.2).
refusal-item-postponed = Question { $item } was left to the next meeting at { TIME($moment) } (cl. 3.2).
refusal-break-is-past = A break must end later than it begins.
refusal-on-break = There is a break until { TIME($moment) }: nothing is put to the vote. The chair continues by “Resume” (cl. 4.3).
refusal-no-draft = Question { $item } has no draft decision, and that is what one votes on (cl. 4.6). Enter its words: “Question { $item }” → “Amend the draft”; without them it can only be discussed.
refusal-no-break = There is no break: the meeting goes on.

# Who chairs

button-hand-over = Hand over
button-take-back = Take back
confirm-handover = Hand this meeting over to { $who }? The acting head opens and closes it, puts questions to the vote and signs the protocol (cl. 4.3). You can take it back until the opening, or between votes.
toast-handed-over = Handed over to { $who } (cl. 4.3).
toast-taken-back = You chair the meeting again.
chairing-handed-to-you = The head handed meeting No. { $number } on { DAY($moment) } at { TIME($moment) } over to you: opening, questions, the casting vote and the protocol’s signature are yours as the acting head (cl. 4.3).
chairing-taken-back = The head chairs meeting No. { $number } on { DAY($moment) } at { TIME($moment) } again (cl. 4.3).

confirm-chair-leaves = Leave meeting No. { $number }? You chair it. It goes on if { $acting } is in the room; otherwise there is a break until one of you is back (cl. 4.3).
confirm-leave = Leave meeting No. { $number }? Your vote in an open vote is taken back (cl. 4.6). “Present” brings you back.
confirm-back = An absence of yours is on record until { DAY($until) }. Are you back? It ends now (cl. 4.3).
chair-has-left = Meeting No. { $number }: the chair is not in the room, so there is a break. The head or the acting head goes on, whoever taps “Present” first (cl. 4.3).
nobody-chairs = Meeting No. { $number }, { DAY($moment) }, { TIME($moment) }: nobody may chair it, the head and the acting seat are absent (cl. 4.3). Whoever is back first ends their absence (/absence) and goes on, postpones or closes it.
meeting-unopened = Meeting No. { $number } was set for { DAY($moment) }, { TIME($moment) } and was not opened. What now: “Open the meeting” (on that day), “Postpone” or “Not held”, on the card /meeting (cl. 4.3.1).
start-meeting-unopened = Meeting No. { $number } of { DAY($moment) } was not opened: postpone it or close it as not held

# Without a phone

button-check-in-video = Present by video
button-mark-present = Mark: { $name }
button-mark-left = Left: { $name }
button-aloud = Vote aloud
button-aloud-choice = { $name } · { $choice ->
    [for] for
    [against] against
   *[abstain] abstain
}
panel-aloud = Whose vote is to be recorded? The card and the protocol will say that it was said aloud; the last word counts, said or tapped (cl. 4.6).
toast-marked-present = { $who } is marked as present. Present { $present } of { $established }.
toast-marked-left = { $who }: the leaving is marked.
toast-marked-left-vote-back = { $who }: the leaving is marked, the vote on the open question is taken back (cl. 4.6).
toast-voted-aloud = Question { $item }: { $name } — { $choice ->
    [for] for
    [against] against
   *[abstain] abstained
}, recorded as said aloud.
roll-call-aloud = Aloud, recorded by the chair: { $names }

# Questions

button-hear = Hear
button-next-item = Next question
button-item-page = Question { $item }…
button-amend = Amend the draft
button-drop = Take off the agenda
button-put-off = Leave to the next
button-bring-in = Add a question
panel-item = Question { $item }: what is to be done with it? (cl. 3.2)
panel-ask-amend = Question { $item }. { $has_draft ->
    [yes] Now: { $draft }
   *[no] There is no draft decision.
}
    Write the whole draft decision{ $has_draft ->
    [yes] : the former wording stays in the protocol.
   *[no] .
}
panel-ask-bringin = Write the question in one line: question | speaker (“seat 4” or a name) | draft decision. Speaker and draft may be left out (cl. 3.2).
confirm-drop = Take question { $item } off the agenda (cl. 3.2)? The protocol will say so.
confirm-putoff = Leave question { $item } to the next meeting (cl. 3.2)?
toast-heard = Question { $item } is being heard.
toast-drop = Question { $item } is off the agenda.
toast-putoff = Question { $item } is left to the next meeting.
agenda-dropped = { " — taken off the agenda at " }{ TIME($moment) }
agenda-postponed = { " — left to the next meeting at " }{ TIME($moment) }
agenda-draft-amended = draft decision amended at { TIME($moment) }
agenda-added = brought in during the meeting at { TIME($moment) }
agenda-heard = heard for { $count } min
meeting-hears = Heard since { TIME($moment) }{ $speaker ->
    [none] { "" }
   *[other] : { $speaker }
}
vote-draft-amended = Draft, as amended at { TIME($moment) }: { $draft }
vote-draft-former = It was: { $draft }
vote-no-quorum = No quorum: { $missing } missing of { $needed } (cl. 4.3.1). If closed now, the vote is void.

# A break

button-break = Break
button-minutes = { $count } min
button-resume = Resume
panel-break = How long a break? Nothing will be put to the vote meanwhile.
meeting-without-chair = <b>A break: the chair is not in the room</b>, since { TIME($since) }. Waiting for the head or the acting head (cl. 4.3)
meeting-break = <b>Break until { TIME($until) }</b>, since { TIME($since) }
break-announced = Break until { TIME($until) }.
break-ended = We go on with meeting No. { $number }. Present { $present }.
break-over = The break ended at { TIME($until) }. To go on with meeting No. { $number }, tap “Resume” on its card: /meeting

# What was left undecided

leftovers = { $count ->
    [one] Question { $items } is left undecided
   *[other] Questions { $items } are left undecided
}: carry over to another meeting? (cl. 3.2)
button-leftovers = Carry over
button-carry-to = To meeting No. { $number }, { DAY($moment) }
button-carry-to-draft = To a new meeting
toast-carried-over = Questions carried over: { $count }.
agenda-carried-over = { " — carried over to another meeting" }
refusal-nothing-left-over = There is nothing to carry over: every question of meeting No. { $number } is decided or carried over already.

# Separate opinions

vote-point = <b>Point { $point } is voted on by itself</b>
    { $draft }
vote-point-closed = Point { $point } was voted on by itself
    { $draft }
agenda-points = { " — by points: " }{ $voted } of { $count }
refusal-points-begun = Question { $item } is being voted on point by point: its words, executors and date stay as they are, the next is point { $point } (cl. 4.6).
refusal-no-points = The decision on question { $item } has no points to be voted on by themselves.

button-opinion = Separate opinion
button-opinion-item = On question { $item }
button-opinion-whole = On the whole meeting
opinion-choose = What is the separate opinion about?
opinion-ask = A separate opinion { $item ->
    [0] on the whole meeting
   *[other] on question { $item }
}: send a text or a file by { TIME($until) }, { DAY($until) }. It goes with the protocol and cannot be changed later.
opinion-preview = This will be annexed to the protocol:

    <b>ANNEX. Separate opinion: { $name }{ $item ->
        [0] { "" }
       *[other] , question { $item }
    }</b>

    { $text }{ $file ->
        [none] { "" }
       *[other] {" "}
    File: { $file }
    }

    Confirm? It cannot be changed later (cl. 4.7). To correct it now, send the text or the file again.
opinion-line = Separate opinion: { $who }{ $item ->
    [0] { "" }
   *[other] , question { $item }
}
opinion-taken = The separate opinion has been accepted and is annexed to the protocol of meeting No. { $number }.
opinion-notice = A separate opinion is annexed to protocol No. { $number }: { $who }{ $item ->
    [0] { "" }
   *[other] , question { $item }
}.

    { $text }
opinion-in-file = (in the file)
opinion-file = Separate opinion: { $who }
refusal-opinion-of-absent = A separate opinion is for those who were at the meeting: you were not marked (cl. 4.6).
refusal-opinion-too-late = Separate opinions were taken until { TIME($moment) }, { DAY($moment) }. You can still propose a question for the next meeting: /propose
refusal-opinion-without-decision = There was no decision on question { $item }: there is nothing to hold an opinion on.
refusal-opinion-attached = Your separate opinion { $item ->
    [0] on the meeting
   *[other] on question { $item }
} is annexed already and cannot be changed.
vote-again = Put to the vote again: { $reason }
panel-speaker-absent = Question { $item }: the speaker is not here — { $name }.{ $guest ->
    [yes] { " Once they come, mark them: “Participants” (cl. 4.5)." }
   *[no] { "" }
}
panel-again = Which question is to be voted on again? Both votes stay in the protocol, the last one counts (cl. 4.6).
panel-ask-again = Question { $item }. Write why it is put again: the reason goes into the protocol. The former decision stands until there is a new one (cl. 4.6).
panel-ask-saydue = Question { $item }. Write the due date: for example, 01.12.2026.
panel-ask-askguest = Write who is invited: name, position. For example: “Gleb Vetrov, head of school No. 1” (cl. 4.5).
button-again = Vote again
button-ask-guest = Name a guest
button-guest-came = { $came ->
    [yes] ✓ Here
   *[no] Mark as come
}: { $name }
agenda-reopened = { ", put again" }
refusal-item-not-decided = Question { $item } has no decision yet: it is put to the vote, not put again (cl. 4.6).
refusal-item-reopened = Question { $item } is being put again already: “Put to the vote” (cl. 4.6).
refusal-too-many-guests = At most { $most } guests without an account.
refusal-guest-named-already = { $name } is among the guests already.
refusal-no-such-guest = There is no such guest in this meeting (cl. 4.5).
panel-ask-more = Question { $item }. Characters kept: { $count }. If this is not all, send the rest in one message; if it is — “Back”. At most 8000 characters.
panel-ask-points = Question { $item }. { $has_draft ->
    [yes] Now: { $draft }
   *[no] There is no draft decision.
}
    Write the points of the decision, a line each: point | executors | due date. They are voted on together (cl. 4.6); “none” takes them off.
