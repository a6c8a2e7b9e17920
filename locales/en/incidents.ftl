## One incident of many messages.

incident-title = { $count ->
    [0] { $topic }, { $place }
    [one] { $count } message: { $topic }, { $place }
   *[other] { $count } messages: { $topic }, { $place }
}
incident-heading = <b>{ $title }</b>
incident-place = { $block } → { $unit }
incident-standing = Open { $open }, overdue { $overdue }, answered { $answered }{ $outside ->
    [0] {""}
   *[other] , no longer tracked { $outside }
}
incident-first-due = The first is due { DAY($moment) }, { TIME($moment) }
incident-grown = Grown { DAY($moment) }, { TIME($moment) }: +{ $count }
incident-ask-gather = This looks like one incident. Group the messages? Each keeps its own term.
incident-ask-apart = Ungroup the incident? Each message will be on its own again.
incident-declined = Not an incident: { $title }
incident-apart = Ungrouped: { $title }
incident-line = { $number }. { $mark ->
    [yes] 🔴{ " " }
   *[no] { "" }
}{ $when } · { $title }{ $grown ->
    [0] { "" }
   *[other] { " " }(+{ $grown })
}
message-of-incident = Part of an incident.

button-incident-gather = Group
button-incident-decline = Not an incident
button-incident-messages = Messages { $count }
button-incident-answered = Answered
button-incident-apart = Ungroup
button-incident = The incident
button-incident-leave = Remove from the incident

toast-incident-gathered = Messages grouped: { $count }.
toast-incident-left = { $code }: on its own now.

history-incident-joined = joined an incident
history-incident-left = removed from an incident

refusal-no-such-incident = There is no such incident.
refusal-incident-decided = { $state ->
    [offered] The messages are not grouped yet: tap “Group” first.
    [gathered] The messages are already grouped.
    [declined] It was decided that this is not an incident.
   *[apart] The incident has already been ungrouped.
}
