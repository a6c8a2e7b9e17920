# Convening a meeting.

draft-heading = <b>A new meeting</b> · preview
draft-no-date = When: not given
draft-moment = When: { WEEKDAY($moment) }, { FULLDAY($moment) }, { TIME($moment) }{ $day_off ->
    [yes] { "" } — a day off
   *[no] { "" }
}
draft-place = Where: { $place }
draft-form = Form: { $form ->
    [video] by video
    [mixed] in person and by video
   *[in_person] in person
}{ $link ->
    [none] { "" }
   *[other] { ", " }{ $link }
}
draft-participants = Participants: { $count } ({ $names })
draft-below-quorum = Fewer than a quorum are chosen: { $needed } needed (cl. 4.3.1), { $missing } more must come.
draft-guests = Guests: { $count } (cl. 4.5, without a vote)
draft-no-agenda = The agenda has no questions yet.
draft-discarded = The draft is discarded. Start again: /convene
draft-sent = Meeting No. { $number } is convened: { DAY($moment) }, { TIME($moment) }. Its card: /meeting
draft-cancelled = Meeting No. { $number } is cancelled: { $reason }
draft-submitted = Waiting to be confirmed by { $who }.
draft-missing = { $sends ->
    [yes] To send it out
   *[no] To have it confirmed
}, { $what ->
    [date] give the date and time
    [agenda] add at least one question
   *[people] choose participants
}.
draft-discard = Discard the draft? Its agenda will not be kept.
draft-choose-date = { $proposed ->
    [yes] The first buttons are times when the participants are free: absences, other meetings and working hours are taken into account. Another day: in the calendar.
   *[no] Choose the day of the meeting.
}
button-proposed-time = { DAYNAME($moment) } { SHORTDAY($moment) } { TIME($moment) } · { $free } of { $count }
draft-choose-time = { WEEKDAY($day) }, { DAY($day) }: choose the time.
draft-choose-form = How do members take part? The regulation names no form, so the chair chooses; the protocol will say which.
draft-agenda = <b>Agenda</b>
draft-item = <b>Question { $number }</b>
draft-item-speaker = Speaker: { $name }
draft-item-decision = Draft decision: { $text }
draft-item-executors = Executors: { $names }
draft-item-due = Due: { FULLDAY($day) }
draft-item-materials = Materials: { $count }
draft-item-task = { "   " }{ $executors ->
    [none] no executors given
   *[other] to execute: { $executors }
}, { $dated ->
    [yes] due { FULLDAY($due) }
   *[no] no due date
}
draft-speaker-outside = Question { $item }: { $name } speaks but is not among the participants. Add it under “Participants”.
draft-chair-takes-part = { $who } chairs the meeting and will be among the participants: whoever chairs always takes part (cl. 4.3).
draft-item-no-due = Due: not given
draft-none = not given
draft-choose-speaker = Who will speak?
draft-choose-executors = Who carries it out? Units or seats:
draft-choose-due = By which day is it to be done?
draft-materials = <b>Materials of question { $number }</b>: { $count }
draft-proposals-wait = Proposals waiting: { $count }
draft-choose-proposal = { $count ->
    [0] No proposals are left.
   *[other] Which proposal goes into the agenda? Waiting: { $count }.
}
draft-without-chat = Without a chat: { $names } — tell them yourself, the bot cannot reach them.
draft-choose-participants = Chosen { $count }, quorum is { $needed } (cl. 4.3.1). The head chooses the participants (cl. 3.2).
draft-choose-guests = Whom to invite without a vote (cl. 4.5)?
draft-guest-link =
    A link for a guest, for one meeting: { $link }
    Forward it; confirm the claim when the person has given their name.
draft-ask-place = Write the place, for example “room 12”.
draft-ask-link = Send the link to the video meeting: the meeting’s card will have a button with it. No link yet? “Back”, add it later.
draft-ask-question =
    Write the question. All at once: question | speaker | draft decision | executor | due
    For example: Clearing snow | seat 4 | Watch the contractor closely
draft-ask-speaker = Write who speaks: name and position.
draft-ask-decision = Write the draft decision.
draft-ask-due = Write the date, for example 01.12.2026.
draft-ask-time = Write the time, for example 15:15.

drafts-begun = Drafts of meetings: { $count }. Only you and your assistants see them; the participants have not received them.
start-drafts = { $count ->
    [1] A draft of a meeting is not sent yet
   *[other] Drafts of meetings not sent yet: { $count }
}
button-drafts-begun = Drafts
button-draft = Draft { $dated ->
    [yes] for { DAY($moment) }, { TIME($moment) }
   *[no] without a date
} · { $question ->
    [none] { $count ->
        [0] no questions
        [one] { $count } question
       *[other] { $count } questions
    }
   *[other] { $question }
}
toast-draft-shown = The preview is up to date again: check it and tap once more.

seat-name = seat { $seat }
seat-vacant = vacant

button-date = Date and time
button-place = Place
button-form = Form
button-agenda = Agenda
button-guests = Guests
button-send-out = Send out
button-other-time = Another time
button-form-name = { $form ->
    [video] By video
    [mixed] In person and by video
   *[in_person] In person
}
button-add-item = Add a question
button-item-question = Change the question
button-item-speaker = Speaker
button-item-decision = Draft decision
button-item-executors = Executors
button-item-due = Due
button-item-materials = Materials
button-item-remove = Remove the question
button-item-up = Move up
button-other-speaker = Another speaker
button-no-speaker = No speaker
button-other-date = Write a date
button-no-due = No date
button-invite-guest = Invite by a link

toast-convened = Meeting No. { $number } is convened; the cards have been sent.

convene-mistakes = The meeting could not be read, nothing is kept:
convene-line = line { $line }: { $reason }
convene-example =
    Write it like this:
    <code>/convene 25.11.2026 15:00 room 12
    1. Clearing snow | seat 4 | Watch the contractor closely</code>
convene-bad-date = date and time cannot be read (“{ $text }”): write, for example, 25.11.2026 15:00
convene-past = { FULLDAY($moment) }, { TIME($moment) } has already passed
convene-due-before-meeting = the due date { FULLDAY($due) } is before the meeting’s day, { FULLDAY($day) }
convene-too-many-parts = { $count } parts, and there may be five at most: question | speaker | draft decision | executor | due
convene-no-question = the question itself is missing
convene-too-long = too long, more than { $limit } characters
convene-no-such-seat = there is no “{ $text }” (cl. 3.1)
convene-one-speaker = several members are named (“{ $text }”), and a question has one speaker: put the others down as having spoken, or make another question
convene-unknown-executor = executor “{ $text }” is neither a unit nor a seat
convene-bad-due = the date “{ $text }” cannot be read: write, for example, 01.12.2026

refusal-private-only = Meetings are convened in the private chat with the bot: open it and repeat /convene
refusal-chair-takes-part = Whoever chairs always takes part (cl. 4.3): { $who } stays among the participants.
refusal-due-before-meeting = The due date { FULLDAY($due) } is before the meeting’s day, { FULLDAY($day) }. Give a later one.
refusal-question-unreadable = The question could not be read: { $reason }.
refusal-day-unreadable = The day cannot be read. Write, for example, 01.12.2026.
refusal-time-unreadable = The time cannot be read. Write, for example, 15:15.
refusal-empty-words = Nothing is written. Write words or tap “Back”.
refusal-too-long = Too long: at most { $limit } characters.
draft-ask-guest = Write who is invited: name, position. For example: “Gleb Vetrov, head of school No. 1” (cl. 4.5).
warn-strangers = Speakers who are neither members nor guests: { $names }. If they are members, write “seat N” or the surname with initials; if not, enter them under “Guests”.
warn-night = Look at the time: it begins at { TIME($moment) }, at night.
warn-clash = Clashes with meeting No. { $number }, { DAY($moment) } at { TIME($moment) }{ $place ->
    [yes] , the same place
   *[no] { "" }
}{ $people ->
    [none] { "" }
   *[other] ; the same people: { $people }
}.
warn-absence = The head ({ $head }) is recorded as absent that day, until { DAY($until) }: { $acting ->
    [none] nobody may chair (cl. 4.3)
   *[other] { $acting } will chair (cl. 4.3)
}.
draft-ask-more = Characters kept: { $count }. If this is not all, send the rest in one message; if it is — “Back”. At most 8000 characters.
button-whole-draft = The whole draft
point-line = { $number }. { $words }{ $executors ->
    [none] { "" }
   *[other] { " — " }{ $executors }
}{ $dated ->
    [yes] , due { FULLDAY($due) }
   *[no] { "" }
}
button-item-points = Points
draft-ask-points =
    Write the points of the decision, a line each: point | executors | due date. Executors and the date may be left out; “none” takes the points off.
    <code>Clear the yards of snow | zhkh | 05.12.2026</code>
point-too-many-parts = { $count } parts, and there may be three at most: point | executors | due date
point-no-words = the point itself is missing
refusal-too-many-points = A decision has at most { $most } points.
refusal-point-unreadable = Point { $number } cannot be read: { $reason }. Nothing is kept.
