## Requests for materials to heads of blocks (cl. 3.3).

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
button-request-open = No. { $id } · { $text }{ $state ->
    [closed] {" "}· closed
    [withdrawn] {" "}· withdrawn
   *[sent] { "" }
}

request-draft-heading = <b>Request for materials</b> (cl. 3.3) · draft
request-heading = { $standing ->
    [late] 🔴 <b>Request for materials No. { $id }</b> · was due { DAY($due) }
    [closed] <b>Request for materials No. { $id }</b> · closed
    [withdrawn] <b>Request for materials No. { $id }</b> · withdrawn
   *[sent] <b>Request for materials No. { $id }</b> · due { DAY($due) }
} · answered { $answered } of { $count }
request-text = { $text }
request-due = Due: { FULLDAY($due) }
request-no-due = No date chosen.
request-choose = Whom to ask: tick. Chosen { $count }.
request-ask-text = Write which materials are needed and for which period.
request-ask-due = By which day?
request-confirm-discard = Discard the draft?
request-confirm-close = Close the request? { $count ->
    [0] All have answered.
   *[other] No answer from { $count }: their answers will no longer be accepted.
}
request-withdrawn = Withdrawn: { $reason }. Answers already sent are kept.
request-ask-rewrite = Write the new text of the request. Those asked will be told; answers already sent are kept.
request-ask-move = By which day now? Those asked will be told.
request-ask-withdraw = Write why the request is withdrawn: those asked will read it. Answers already sent are kept.
request-changed-you = { $what ->
    [text] The head has changed the text of request for materials No. { $id } (cl. 3.3): { $text }
    [due] Request for materials No. { $id } is due { FULLDAY($due) } now (cl. 3.3).
   *[withdrawn] Request for materials No. { $id } is withdrawn (cl. 3.3): { $reason }. No answer is needed.
}
    { $answered ->
        [yes] { $what ->
            [withdrawn] Your answer is kept.
           *[other] Your answer is kept, you can add to it — /request
        }
       *[no] { $what ->
            [withdrawn] { "" }
           *[other] Answer: /request
        }
    }
request-discarded = The draft is discarded.
request-silent = … { $name }: { $awaited ->
    [yes] awaited
   *[no] no answer
}{ $reached ->
    [yes] { "" }
   *[no] , no chat — ask them yourself
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
request-ask-reply = Send the files and write a note here, then tap “Ready”.
request-reminder = { $who ->
    [head] 🔴 Request for materials No. { $id } was due { DAY($due) }, no answer from { $names }.
   *[asked] { $kind ->
        [soon] Reminder: the head awaits your materials by { DAY($due) }
        [today] Reminder: the head awaits your materials today
       *[late] 🔴 The request for materials was due { DAY($due) }, you have not answered
    } (cl. 3.3).
} { $text } — /request

archive-index-name = Index.txt
archive-index-heading = Materials for request No. { $id }, due { FULLDAY($due) }
archive-index-silent = { $who }: no answer
archive-index-seat = { $who }: answered { FULLDAY($at) } { TIME($at) }, folder “{ $folder }”
archive-index-file = { "  " }{ $name } ({ $size } bytes)
archive-index-missing = { "  " }{ $name } — could not be fetched, ask for it again
archive-caption = Materials for request No. { $id }{ $parts ->
    [1] { "" }
   *[other] , part { $part } of { $parts }
}

button-request-text = Text
button-request-due = Due
button-request-reply = Answer
button-request-add = Add to the answer
button-request-done = Ready
button-request-archive = As one archive
button-request-rewrite = Change the text
button-request-move = Change the day
button-request-withdraw = Withdraw
button-request-close = Close the request

toast-request-sent = Sent: { $count }.
toast-archive = The archive is being made and will come here.
toast-reply-sent = The answer went to the head.

refusal-no-such-request = There is no such request. Open ones: /request
refusal-not-a-block-head = Materials are requested from block heads (cl. 3.3), and seat { $seat } is not one.
refusal-due-is-past = { DAY($day) } has passed. Choose today or later.
refusal-request-without-text = Write which materials are needed.
refusal-request-without-seats = Tick at least one seat.
refusal-request-without-due = Choose a day, today or later.
refusal-request-is-draft = Request No. { $id } has not been sent yet.
refusal-request-is-sent = Request No. { $id } was sent: change it by the buttons of its card, /request.
refusal-request-is-closed = Request No. { $id } is closed, answers are no longer accepted.
refusal-request-is-withdrawn = Request No. { $id } was withdrawn, no answers to it are needed.
refusal-nothing-changed = Nothing has changed: it was so already. Send something else or tap “Back”.
refusal-request-is-discarded = The draft of this request was discarded. A new one: /request
refusal-nothing-to-archive = There are no answers yet, so nothing to collect.
refusal-not-asked-of-you = This request is not addressed to you (cl. 3.3). Yours: /request
refusal-reply-is-empty = The answer is empty: write a note or send a file, then “Ready”.

## The head's registers: recommendations (cl. 2.2.2), requests to and from the regional centre (cl. 3.2).

command-recommendations = Recommendations

recommendations-heading = <b>Recommendations</b> · { $searched ->
    [yes] “{ $words }”: found { $count }
   *[no] { $count } in the register
}
recommendations-none = { $searched ->
    [yes] Nothing was found. Try another word or the beginning of one.
   *[no] The register is empty: the head enters decisions of signed protocols.
}
recommendations-line = { $number }. <b>{ $code }</b> of { DAY($adopted) } · { $state ->
    [in_force] in force
    [fulfilled] fulfilled
   *[withdrawn] withdrawn
}
    { "   " }{ $text }
recommendations-ask-search = Write a word or its beginning: the text and the number are searched.
recommendations-choose = Which decision goes into the register?
recommendations-nothing-to-enter = All decisions of the last signed protocols are in the register, or there are none yet.
recommendation-heading = <b>Recommendation { $code }</b> · { $state ->
    [in_force] in force
    [fulfilled] fulfilled
   *[withdrawn] withdrawn
}
recommendation-about = Protocol No. { $number } of { FULLDAY($adopted) }{ $moved ->
    [yes] {" "}· marked { DAY($changed) }
   *[no] { "" }
}
recommendation-tasks = Tasks { $count }, done { $done }{ $late ->
    [0] { "" }
   *[other] , overdue { $late }
}

button-recommendations-search = Search
button-recommendations-all = Show all
button-recommendations-enter = Enter a decision
button-recommendation-in-force = In force
button-recommendation-fulfilled = Fulfilled
button-recommendation-withdrawn = Withdraw

toast-recommendation-entered = { $number }: entered in the register.
toast-recommendation-moved = { $number }: { $state ->
    [in_force] in force again.
    [fulfilled] marked as fulfilled.
   *[withdrawn] withdrawn.
}

refusal-no-such-recommendation = There is no such recommendation. The register: /recommendations
refusal-recommendation-is-so = Recommendation { $number } is already { $state ->
    [in_force] in force
    [fulfilled] fulfilled
   *[withdrawn] withdrawn
}.
refusal-recommendation-is-entered = Decision { $number } is already in the register.
refusal-item-not-adopted = No decision was adopted on question { $item }: only adopted ones are entered (cl. 2.2.2).

centre-heading = <b>Requests to and from the regional centre</b> (cl. 3.2) · { $count }
centre-line = { $outgoing ->
    [yes] To the centre
   *[no] From the centre
} No. { $number } of { DAY($day) } · { $standing ->
    [answered] answered
    [withdrawn] withdrawn
    [late] 🔴 was due { DAY($due) }
    [dated] awaited by { DAY($due) }
   *[open] no date
}
centre-answer = Answer of { FULLDAY($day) }:
centre-withdrawn = Withdrawn { FULLDAY($day) }: { $reason }
centre-ask-change = Send the request again in one line, with the changes. Now:
    <code>{ $line }</code>
centre-ask-withdraw = Write why the request is withdrawn.
centre-files-may-follow = Files of the request may follow in the next message.
centre-file = Request No. { $number }
centre-ask = { $outgoing ->
    [yes] A request to the centre in one message
   *[no] A request from the centre in one message
}: number | date | due | what is asked. The due day may be empty.
    For example: 12-34 | 24.11.2026 | 01.12.2026 | Figures for November
centre-reminder = { $kind ->
    [late] 🔴 The answer was due { DAY($due) }
    [today] The answer is due today
   *[soon] The answer is due { DAY($due) }
}: { $outgoing ->
    [yes] our request to the centre
   *[no] the centre’s request
} No. { $number }. { $text } — /request

button-centre-out = Request to the centre
button-centre-in = Request from the centre
button-centre-change = Change
button-centre-withdraw = Withdraw
button-centre-list = The centre: { $count }
button-centre-answer-came = Answer received
button-centre-answer-given = Answer sent

toast-centre-answered = The answer to request { $number } is registered.

refusal-centre-unreadable = Four parts between “|” are needed: number | date | due | what is asked. The due day may be empty: 12-34 | 24.11.2026 | | Figures for November
refusal-centre-day-unreadable = The day “{ $day }” cannot be read. Write, for example, 01.12.2026.
refusal-centre-day-ahead = The request’s date { DAY($day) } is in the future. Check it.
refusal-centre-due-before = The due day { DAY($day) } is before the request’s date. Check it.
refusal-centre-is-withdrawn = Request { $number } was withdrawn { DAY($day) }.
refusal-centre-is-answered = The answer to request { $number } was registered { DAY($day) }.
