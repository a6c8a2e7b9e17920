# A meeting: cards, voting, refusals.

meeting-heading =
    <b>Meeting No. { $number }</b> · <tg-time unix="{ UNIX($moment) }">{ WEEKDAY($moment) }, { DAY($moment) }, { TIME($moment) }</tg-time>
    { $place ->
        [none] { "" }
       *[other] { $place }{ " · " }
    }{ $form ->
        [video] by video
        [mixed] in person and by video
       *[in_person] in person
    } · { $chair ->
        [acting] chaired by the acting head ({ $who })
        [nobody] nobody to chair (cl. 4.3)
       *[head] chaired by the head of the project office
    }
    { "" }
agenda-page = <i>Questions { $first }–{ $last } of { $count }</i>
agenda-speaker = speaker: { $name }
agenda-draft = draft decision available
agenda-materials = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
agenda-decision = → { $decision }
agenda-adopted = { " — adopted" }
points-fell = { $count ->
    [one] , point { $numbers } not adopted
   *[other] , points { $numbers } not adopted
}
agenda-not-adopted = { " — not adopted" }
agenda-void = { " — void, no quorum" }

meeting-forecast = Coming: { $coming } of { $chosen }; quorum is { $needed } of { $established } (cl. 4.3.1)
meeting-not-coming = Cannot come: { $names }
meeting-gathering = Present: { $present } of { $established } — quorum is { $needed } (cl. 4.3.1){ $missing ->
    [0] , reached
   *[other] , { $missing } missing
}
meeting-open = <b>Open since { TIME($moment) }</b> · present { $present } of { $established }, { $enough ->
    [yes] quorum reached
   *[no] no quorum: { $needed } needed (cl. 4.3.1), { $missing } missing
}
meeting-closed = Closed at { TIME($moment) }.
meeting-not-held = Not held: { $present } of { $established } were present, at least { $needed } needed (cl. 4.3.1).
meeting-you-invited = You are invited as a member of the project office (seat { $seat }).
meeting-you-coming = Your answer: I will come.
meeting-you-not-coming = Your answer: cannot come{ $why ->
    [none] . To say why, tap “I cannot” once more.
    [asked] . Write why in one message: the chair will see it, and it will be in the protocol.
   *[other] { " " }({ $reason }).
}
meeting-away-reason = { $name }: { $reason }
meeting-you-not-present = You are not marked as present: without it a vote is not accepted (cl. 4.6).
meeting-invited-guest = You are invited to this meeting without a vote (cl. 4.5). { $answer ->
    [coming] Your answer: I will come.
    [not_coming] Your answer: cannot come.
   *[none] Will you come?
}
meeting-guests-said = Guests who { $answer ->
    [coming] will come
   *[not_coming] cannot come
}: { $names }
attendance-here = ✓ { $names }
attendance-left = ← { $name } left at { TIME($moment) }
attendance-marked = ✓ by the chair’s word: { $names }
attendance-silent = — not here yet: { $names }
attendance-promised = … promised to come: { $names }

meeting-none = No meeting is scheduled.
meeting-none-for-guest = You are not invited to any meeting now.

meeting-reminder-day = { $day ->
    [today] Today
   *[tomorrow] Tomorrow, { DAY($moment) }
} at <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time>: meeting No. { $number }{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $answered ->
    [coming] You said you will come.
    [not_coming] You said you cannot come.
   *[none] You have not answered.
}
meeting-reminder-hour = Today at <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time>: meeting No. { $number }{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $guest ->
    [yes] Its card: /meeting
   *[no] Check in on the card from { TIME($opens) }: /meeting
}
meeting-reminder-check-in = Check-in is open: meeting No. { $number } at <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time>{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $present ->
    [yes] You are checked in.
   *[no] Tap “Present” when you are there.
}
meeting-reminder-outdated = This reminder of meeting No. { $number } is outdated: the time has changed, or the meeting is cancelled. As it is now: /meeting

# Buttons

button-coming = I will come
button-not-coming = I cannot
button-check-in = Present
button-check-out = Leaving
button-open-meeting = Open the meeting
button-open-vote = Put to the vote
button-word-draft = Write the draft
button-vote-point = Point { $point } by itself
button-close-vote = Close the vote
button-close-meeting = Close the meeting
button-not-held = Not held
button-participants = Participants
button-add-participant = Add: { $name }
button-item = { $chosen ->
    [yes] ● { $number }
   *[no] { $number }
}
button-for = For
button-against = Against
button-abstain = Abstain
button-confirm = Confirm
button-cancel = Cancel
button-back = Back
button-protocol = Protocol No. { $number }

# Voting

vote-heading =
    <b>Question { $item } of { $items }</b> · { $question }{ $again ->
        [yes] { "" } (voted again)
       *[no] { "" }
    }
vote-draft = Draft: { $draft }
vote-progress = Present { $present } · voted { $voted }
vote-waiting = Waiting for { $names }
roll-call-for = For { $count }: { $names }
roll-call-against = Against { $count }: { $names }
roll-call-abstain = Abstained { $count }: { $names }
roll-call-silent = Did not vote { $count }: { $names }
vote-result = <b>Question { $item }{ $point ->
    [none] { "" }
   *[other] , point { $point }
} · { $outcome ->
    [adopted] adopted
    [void] void
   *[not_adopted] not adopted
}</b>
    { $question }
vote-figures = For { $votes_for } · against { $against } · abstained { $abstained } · did not vote { $silent } of { $present } present
ground-majority = A majority of those present: { $votes_for } of { $present } (cl. 4.6)
ground-no-majority = No majority of those present: { $votes_for } of { $present } is not more than half (cl. 4.6)
ground-nobody-for = Nobody voted “for” (cl. 4.6)
ground-casting-for = A tie; decided by the vote of the { $acting ->
    [yes] acting head
   *[no] head
}, “for” (cl. 4.6)
ground-casting-against = A tie; decided by the vote of the { $acting ->
    [yes] acting head
   *[no] head
}, “against” (cl. 4.6)
ground-casting-unused = A tie; the casting vote of the { $acting ->
    [yes] acting head
   *[no] head
} was not used (cl. 4.6)
ground-no-quorum = No quorum: { $present } of { $established } present, at least { $needed } needed (cl. 4.3.1). The vote can be held again.

# Short answers

toast-coming = Noted: you will come.
toast-not-coming = Noted: you cannot come.
toast-checked-in = You are marked as present. Present: { $present } of { $established }.
toast-left = Noted that you left.
toast-left-vote-back = Noted that you left. Your vote on the open question is taken back (cl. 4.6).
toast-opened = The meeting is open.
toast-vote-opened = Question { $item } is put to the vote.
toast-voted = Question { $item }: your vote is { $choice ->
    [for] “for”
    [against] “against”
   *[abstain] “abstain”
}. You may change it until the vote is closed.
toast-adopted = Question { $item }: adopted.
toast-not-adopted = Question { $item }: not adopted.
toast-void = Question { $item }: the vote is void, no quorum (cl. 4.3.1).
toast-closed = The meeting is closed. The protocol is being drawn up.
toast-not-held = Noted: the meeting was not held.
toast-participant-added = { $who } takes part now.

confirm-close-vote = { $count ->
    [0] All who are present have voted.
   *[other] No vote yet from { $names }: they stay in the count of those present (cl. 4.6).
} Close the vote?
confirm-close-meeting = { $count ->
    [0] All questions are dealt with
    [one] Question { $items } stays without a decision
   *[other] Questions { $items } stay without a decision
}. Close the meeting?
confirm-not-held = Note that the meeting was not held? The act with the attendance is signed with your simple electronic signature and goes to members (cl. 4.3.1).

# Refusals

refusal-no-such-meeting = There is no such meeting. The nearest one: /meeting
refusal-no-such-item = There is no question { $item } on the agenda.
refusal-no-such-seat = There is no such seat (cl. 3.1).
refusal-one-speaker = Several members are named (“{ $text }”), and a question has one speaker. Put the others down as having spoken, or make another question.
refusal-no-date = Give the date and time of the meeting.
refusal-date-is-past = { FULLDAY($moment) }, { TIME($moment) } has passed. Choose another time.
refusal-no-agenda = The agenda has no questions: add at least one (cl. 3.2).
refusal-no-participants = No participant is chosen (cl. 3.2).
refusal-same-answer = { $answer ->
    [coming] Already noted: you will come.
   *[not_coming] Already noted: you cannot come.
}
refusal-already-participant = { $who } is already a participant.
refusal-too-early-to-check-in = You can check in from { TIME($moment) }, { DAY($moment) }.
refusal-already-present = You are already marked as present.
refusal-not-present-to-leave = You are not marked as present, so you cannot leave.
refusal-not-present = You are not marked as present, so the vote is not accepted (cl. 4.6). Tap “Present” on the meeting’s card.
refusal-not-chosen = You are not among the participants (cl. 3.2). Ask the chair to add you: “Participants” on the chair’s card.
refusal-guest-only-sees = Guests see and speak, but neither vote nor check in (cl. 4.5); the rest is for members. Yours: /meeting
refusal-chair-not-present = The chair is not marked as present. Tap “Present”, then try again (cl. 4.3).
refusal-chair-not-chosen = You are not among the participants, and whoever chairs opens the meeting. Add your seat with “Participants” on your card, then tap “Present” (cl. 4.3).
refusal-too-early-to-open = It is too early to open: members can check in from { TIME($moment) }, { DAY($moment) }. Check in then, and open with a quorum (cl. 4.3.1).
refusal-no-quorum = No quorum: { $present } of { $established }, at least { $needed } needed (cl. 4.3.1). { $missing ->
    [one] Waiting for one more.
   *[other] Waiting for { $missing } more.
}
refusal-item-decided = Question { $item } has already been decided.
refusal-vote-goes-on = Question { $item } is being voted on. Close that vote first.
refusal-vote-closed = The vote on question { $item } was closed at { TIME($moment) }; nothing is changed. The result is on the card.
refusal-vote-not-open = No vote is open on question { $item }.
refusal-same-vote = This vote is already noted: { $choice ->
    [for] “for”
    [against] “against”
   *[abstain] “abstain”
}.
refusal-too-early-for-not-held = The meeting is scheduled for { TIME($moment) }: it cannot be recorded as not held before then.
refusal-meeting-is-draft = The meeting is not convened yet.
refusal-meeting-is-convened = Meeting No. { $number } is not open yet.
refusal-meeting-is-open = Meeting No. { $number } is open already.
refusal-meeting-is-closed = Meeting No. { $number } is closed; its card no longer works.
refusal-meeting-is-not-held = Meeting No. { $number } was not held; its card no longer works.
refusal-meeting-is-discarded = This draft is discarded. Start again: /convene
vote-execution = { $count ->
    [0] { "" }
   *[other] To be carried out by { $executors }
}{ $dated ->
    [yes] { $count ->
        [0] Due { FULLDAY($due) }
       *[other] { " · due " }{ FULLDAY($due) }
    }
   *[no] { "" }
}
