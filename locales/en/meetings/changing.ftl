# Changing a convened meeting: agenda, postponing, cancelling.

change-heading = <b>Changing meeting No. { $number }</b> · until it is opened (cl. 3.2)
change-untold = <b>Not announced yet</b>
changes-heading = <b>Changes in the agenda</b> · meeting No. { $number }, { DAY($moment) } at { TIME($moment) }
change-moment = Time: { DAY($moment) }, { TIME($moment) }
change-place = Place: { $place }
change-form = Form: { $form ->
    [video] by video
    [mixed] in person and by video
   *[in_person] in person
}
change-link = The video link is updated
change-people-added = Also take part: { $names }
change-people-removed = No longer take part: { $names }
change-added = + Question { $number }: { $question }
change-removed = − Withdrawn: { $question }
change-reworded = Question { $number } now reads: { $question }
change-speaker = Question { $number }: another speaker
change-decision = Question { $number }: the draft decision is changed
change-execution = Question { $number }: executors or the due date are changed
change-materials = Question { $number }: the materials are changed
change-order = The order of questions is changed
change-more = and { $count } more
postponed-notice = <b>Meeting No. { $number } is moved</b> from { DAY($before) }, { TIME($before) } to <tg-time unix="{ UNIX($moment) }">{ DAY($moment) } ({ WEEKDAY($moment) }), { TIME($moment) }</tg-time>.{ $answers ->
    [yes] { " Former answers no longer count: please answer again." }
   *[no] { "" }
}
cancelled-notice =
    <b>Meeting No. { $number } is cancelled</b> · { DAY($moment) }, { TIME($moment) }
    Reason: { $reason }
confirm-postpone = Move meeting No. { $number } from { DAY($before) }, { TIME($before) } to { DAY($moment) } ({ WEEKDAY($moment) }), { TIME($moment) }? Everyone is told, their answers are reset.
cancel-ask-reason = Write why: everyone invited will read it.
confirm-cancel-meeting =
    Cancel meeting No. { $number }? It cannot be undone, its number stays taken.
    Reason: { $reason }
meeting-cancelled = Cancelled: { $reason }

button-change = Change
button-postpone = Postpone
button-announce = Announce the changes
button-cancel-meeting = Cancel the meeting

toast-announced = Everyone is told of the changes.
toast-postponed = Meeting No. { $number } is postponed, everyone is told.
toast-cancelled = Meeting No. { $number } is cancelled, everyone is told.

refusal-nothing-to-announce = Nothing has changed since the last notice.
refusal-same-moment = The meeting is already set for { DAY($moment) }, { TIME($moment) }.
refusal-meeting-is-cancelled = Meeting No. { $number } is cancelled; its card no longer works.
refusal-bad-link = A button cannot open such a link. Send the whole address of the video meeting: https://, a server name with a dot, no backslash; a port, if there is one, from 1 to 65535.
refusal-reason-without-answer = A reason is given after “I cannot”.

# What a notice offers: draft decisions, materials, calendar, video.

button-drafts = Draft decisions
button-materials = Materials
button-calendar = Add to calendar
button-video = Join by video
drafts-heading = <b>Draft decisions</b> · { $number ->
    [0] draft of a meeting
   *[other] meeting No. { $number }
}{ $pages ->
    [1] { "" }
   *[other] { " · " }{ $page } of { $pages }
}
remark-ask = Question { $item } · { $question }
    Write your remark on the draft decision. Whoever chairs and the speaker will see it; it will not be in the protocol.
remark-line = <i>Remark on the draft · { $name }:</i> { $text }
remark-told = <b>A remark on a draft decision</b> · meeting No. { $number }, question { $item }, { $question }
    { $name }: { $text }
remarks-made = Remarks on draft decisions: { $count }. They stand under the drafts: “Draft decisions”.
button-remark = Remark on draft{ $count ->
    [1] { "" }
   *[other] { " " }{ $item }
}
refusal-remark-without-draft = Question { $item } has no draft decision yet: there is nothing to remark on.
refusal-remarks-enough = You have made { $limit } remarks on draft { $item }; that is the most. Say the rest at the meeting.
file-of-item = Question { $number }
calendar-file = Meeting No. { $number } of { $day }
calendar-title = Meeting of the project office No. { $number }
calendar-caption = { $cancelled ->
    [yes] Meeting No. { $number } is cancelled: open the file, and the calendar will remove it.
   *[no] Meeting No. { $number }, { DAY($moment) } at { TIME($moment) }: open the file to add it to your calendar. If the meeting moves, a new file will come.
}
away-reason-kept = Noted: the chair will see the reason, and it will be in the protocol.

refusal-answer-outdated = The time has changed: now { DAY($moment) }, { TIME($moment) }. Answer on the new card: /meeting
refusal-no-draft-decisions = The agenda has no draft decisions.
refusal-no-materials = No materials are attached to the agenda.
