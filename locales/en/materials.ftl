# Requests for materials to heads of blocks (cl. 3.3).

command-request = Requests for materials

requests-heading = <b>Requests</b>{ $count ->
    [0] { "" }
   *[other] {" "}· awaited { $count }
}
requests-none = No open requests.
requests-line = No. { $id } · { $late ->
    [yes] 🔴 was due { DAY($due) }
   *[no] due { DAY($due) }
} · answered { $answered } of { $count }
    { "   " }{ $text }
button-requests-new = Ask for materials
button-request-open = No. { $id } · { $text }{ $closed ->
    [yes] {" "}· closed
   *[no] { "" }
}

request-draft-heading = <b>Request for materials</b> (cl. 3.3) · draft
request-heading = { $standing ->
    [late] 🔴 <b>Request for materials No. { $id }</b> · was due { DAY($due) }
    [closed] <b>Request for materials No. { $id }</b> · closed
   *[sent] <b>Request for materials No. { $id }</b> · due { DAY($due) }
} · answered { $answered } of { $count }
request-text = { $text }
request-due = Due: { FULLDAY($due) }
request-no-due = No date chosen.
request-choose = Whom to ask: tick. Chosen { $count }.
request-ask-text = Write which materials are needed and for which period.
request-ask-due = By which day?
request-confirm-discard = Throw the draft away?
request-confirm-close = Close the request? { $count ->
    [0] All have answered.
   *[other] Silent { $count }: their answers are taken no more.
}
request-discarded = The draft was thrown away.
request-silent = … { $name }: awaited{ $reached ->
    [yes] { "" }
   *[no] , no chat — ask yourself
}
request-answered = ✓ { $name }: { SHORTDAY($at) } { TIME($at) }{ $files ->
    [0] { "" }
   *[other] , files { $files }
}{ $told ->
    [yes] {" "}— “{ $note }”
   *[no] { "" }
}
request-you-answered = ✓ You answered { DAY($at) } at { TIME($at) }{ $files ->
    [0] { "" }
   *[other] , files { $files }
}. While the request is open, you can add to it.
request-ask-reply = Send the files and write a note here, then press “Ready”.
request-reminder = { $who ->
    [head] 🔴 Request for materials No. { $id } was due { DAY($due) }, { $count ->
        [one] silent is seat { $seats }
       *[other] silent are seats { $seats }
    }.
   *[asked] { $kind ->
        [soon] Reminder: the head awaits your materials by { DAY($due) }
        [today] Reminder: the head awaits your materials today
       *[late] 🔴 The request for materials was due { DAY($due) }, you have not answered
    } (cl. 3.3).
} { $text } — /request

archive-index-name = Index.txt
archive-index-heading = Materials on request No. { $id }, due { FULLDAY($due) }
archive-index-silent = Seat { $seat }: no answer
archive-index-seat = Seat { $seat }: answered { FULLDAY($at) } { TIME($at) }, folder “{ $folder }”
archive-index-file = { "  " }{ $name } ({ $size } bytes)
archive-index-missing = { "  " }{ $name } — could not be fetched, ask for it again
archive-caption = Materials on request No. { $id }{ $parts ->
    [1] { "" }
   *[other] , part { $part } of { $parts }
}

button-request-text = Text
button-request-due = Due
button-request-reply = Answer
button-request-add = Add to the answer
button-request-done = Ready
button-request-archive = Into one archive
button-request-close = Close the request

toast-request-sent = Sent: { $count }.
toast-archive = The archive is being made and will come here.
toast-reply-sent = The answer went to the head.

refusal-requests-in-private = Requests are in the private chat with the bot: open it and repeat /request
refusal-no-such-request = There is no such request. Open ones: /request
refusal-not-a-block-head = Materials are asked of heads of blocks (cl. 3.3): seat { $seat } is none.
refusal-due-is-past = { DAY($day) } has passed. Choose today or later.
refusal-request-without-text = Write which materials are needed.
refusal-request-without-seats = Tick at least one seat.
refusal-request-without-due = Choose a day, today or later.
refusal-request-is-draft = Request No. { $id } has not been sent yet.
refusal-request-is-sent = Request No. { $id } was sent, it cannot be changed.
refusal-request-is-closed = Request No. { $id } is closed, answers are taken no more.
refusal-request-is-discarded = The draft of this request was thrown away. A new one: /request
refusal-nothing-to-archive = There are no answers yet: nothing to gather.
refusal-not-asked-of-you = This request is not to you (cl. 3.3). Yours: /request
refusal-reply-is-empty = The answer is empty: write a note or send a file, then “Ready”.
