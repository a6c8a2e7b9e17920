## One incident of many messages.

incident-title = { $count ->
    [0] { $topic }, { $place }
    [one] { $count } message: { $topic }, { $place }
   *[other] { $count } messages: { $topic }, { $place }
}
incident-heading = <b>{ $title }</b>
incident-place = { $block } → { $unit }
incident-standing = Open { $open }, overdue { $overdue }, answered { $answered }
incident-first-due = The first is due { DAY($moment) }, { TIME($moment) }
incident-grown = Grown { DAY($moment) }, { TIME($moment) }: +{ $count }
incident-ask-gather = This looks like one incident. Gather the messages? Each keeps its own term.
incident-ask-apart = Take the incident apart? Each message will be by itself again.
incident-declined = No incident: { $title }
incident-apart = Taken apart: { $title }
incident-line = { $number }. { $mark ->
    [yes] 🔴{ " " }
   *[no] { "" }
}{ $when } · { $title }{ $grown ->
    [0] { "" }
   *[other] { " " }(+{ $grown })
}
message-of-incident = Part of an incident.

button-incident-gather = Gather
button-incident-decline = No incident
button-incident-messages = Messages { $count }
button-incident-answered = Answered
button-incident-apart = Take apart
button-incident = The incident
button-incident-leave = Out of the incident

toast-incident-gathered = Messages gathered: { $count }.
toast-incident-left = { $code }: by itself now.

history-incident-joined = joined an incident
history-incident-left = taken out of an incident

refusal-no-such-incident = There is no such incident.
refusal-incident-decided = { $state ->
    [offered] The incident is not gathered yet: tap “Gather” first.
    [gathered] The messages are gathered already.
    [declined] It was decided that this is no incident.
   *[apart] The incident was taken apart already.
}
