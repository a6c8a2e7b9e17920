# The morning digest.

digest-heading = <b>{ WEEKDAYTITLE($day) }, { DAY($day) } · { $title }</b>
digest-whole-office = the whole office
digest-instead-vacant = Seat { $seat } is vacant, so its digest came to you.
digest-instead-unbound = { $who } has not joined the bot yet, so the digest came to you.
digest-instead-away = { $who } is away, so the digest came to you.
digest-instead-acting = The head’s digest: you perform the head’s duties (cl. 4.3).
digest-overdue = <b>Overdue { $count }</b>{ $grown ->
    [0] { "" }
   *[other] { " " }({ $sign }{ $change } { $yesterday ->
        [yes] since yesterday
       *[no] since { DAY($since) }
    })
}
digest-due = Due today { $today } · { $soon } more until { DAY($until) }
digest-unassigned = Not assigned { $count }
digest-unregistered = To be registered { $count }
digest-section-today = Due today:
digest-section-soon = Due soon:
digest-section-unassigned = Not assigned:
digest-section-unregistered = To be registered:
digest-by-blocks = By blocks (overdue · today · soon)
digest-more-blocks = and { $count ->
    [one] one more block
   *[other] { $count } more blocks
}
digest-meeting = <b>Meeting No. { $number } today</b>, { TIME($moment) }
button-digest-details = Details
digest-by-channels = By channels
digest-share = { $title }: { $overdue } · { $today } · { $soon }
digest-item = { $number }. { $mark ->
    [yes] 🔴 { "" }
   *[no] { "" }
}{ $when } · { $channel } { $code } · { $topic }
digest-about = { "   " }{ $text }
digest-no-reason = no reason given
digest-presumed = block presumed
digest-until = due { DAY($moment) }{ $hourly ->
    [yes] { " " }{ TIME($moment) }
   *[no] { "" }
}
digest-register-by = { $late ->
    [yes] not registered, it was due on { DAY($day) }
   *[no] register by { DAY($day) }
}

button-section-overdue = Overdue { $count }
button-section-today = Today { $count }
button-section-soon = Soon { $count }
button-section-unassigned = Not assigned { $count }
button-section-unregistered = Registration { $count }

digest-stages = Open: important { $important }, waiting for the final answer { $interim }, refuted { $refuted }
digest-changed = Since the last digest: received { $arrived }{ $late ->
    [0] { "" }
   *[other] , { $late } of them overdue
} · became overdue { $expired } · answered { $answered }
digest-escalated = long overdue { $count }
digest-section-escalated = Overdue by { $after } working days or more, with the block’s reason:
digest-ask-ticks = Tick the numbers, then choose a block.
outside-word = { $state ->
    [withdrawn] withdrawn by the applicant
    [not_ours] not ours
   *[rejected] rejected by the moderator
}
digest-answered = answered { DAY($moment) }
button-section-escalated = Long overdue { $count }
button-assign-several = Assign
button-keep-for-topics = { $keep ->
    [yes] ☑ Remember for the topic
   *[no] ☐ Remember for the topic
}
button-export-list = The whole list, XLSX
button-mute-digest = Skip empty digests
button-unmute-digest = Send empty digests too
toast-assigned-several = { $count } given to: { $title }.{ $moved ->
    [0] { "" }
   *[other] { " " }{ $moved } more moved by topic.
}
toast-export-asked = Making the table; it will come here.
toast-muted = Empty digests will not come.
toast-unmuted = The digest will come every working day.
export-caption = { $section }: { $count }, as of { DAY($moment) } { TIME($moment) }
export-failed = The list could not be made. The administrator sees why in the server’s log; narrow the list and try again.
export-cut = The first { $limit } are shown.
export-overdue = Overdue
export-escalated = Long overdue
export-today = Due today
export-soon = Due soon
export-unassigned = Not assigned
export-unregistered = To be registered
export-open = Open
export-answered = Answered
export-outside = No longer tracked
export-all = All messages
column-channel = Channel
column-number = Number
column-status = State
column-received = Received
column-registered = Registered
column-deadline = Due
column-late = Overdue by, working days
column-topic = Topic
column-block = Block
column-unit = Unit
column-answered = Answered
column-reason = Reason for the delay
column-text = Text
column-place = Address
column-url = Link
refusal-too-many-ticked = At most { $limit } can be ticked at once. Assign these and tick the next ones.
refusal-nothing-ticked = Nothing to assign: tick the numbers. Perhaps somebody has assigned the ticked ones already.
