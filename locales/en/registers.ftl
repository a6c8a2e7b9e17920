# The head's registers: recommendations (cl. 2.2.2), requests to and from the regional centre (cl. 3.2).

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

refusal-recommendations-in-private = The register is shown in the private chat: open it and repeat /recommendations
refusal-no-such-recommendation = There is no such recommendation. The register: /recommendations
refusal-recommendation-is-so = Recommendation { $number } is { $state ->
    [in_force] in force
    [fulfilled] fulfilled
   *[withdrawn] withdrawn
} already.
refusal-recommendation-is-entered = Decision { $number } is in the register already.
refusal-item-not-adopted = On question { $item } nothing was adopted: only adopted decisions are entered (cl. 2.2.2).

centre-heading = <b>Requests and the regional centre</b> (cl. 3.2) · { $count }
centre-line = { $outgoing ->
    [yes] To the centre
   *[no] From the centre
} No. { $number } of { DAY($day) } · { $standing ->
    [answered] answered
    [late] 🔴 was due { DAY($due) }
    [dated] awaited by { DAY($due) }
   *[open] no date
}
centre-answer = Answer of { FULLDAY($day) }:
centre-files-may-follow = Files of the request may follow in the next message.
centre-file = Request No. { $number }
centre-ask = { $outgoing ->
    [yes] A request to the centre in one message
   *[no] A request from the centre in one message
}: number | date | due | what is asked. The due day may be empty.
    For example: 12-34 | 24.11.2026 | 01.12.2026 | Figures of November
centre-reminder = { $kind ->
    [late] 🔴 The answer was due { DAY($due) }
    [today] The answer is due today
   *[soon] The answer is due { DAY($due) }
}: { $outgoing ->
    [yes] our request to the centre
   *[no] the centre's request
} No. { $number }. { $text } — /request

button-centre-out = Request to the centre
button-centre-in = Request from the centre
button-centre-list = With the centre: { $count }
button-centre-answer-came = Answer received
button-centre-answer-given = Answer sent

toast-centre-answered = The answer to request { $number } is registered.

refusal-centre-unreadable = Four parts between “|” are needed: number | date | due | what is asked. The due day may be empty: 12-34 | 24.11.2026 | | Figures of November
refusal-centre-day-unreadable = The day “{ $day }” cannot be read. Write, for example, 01.12.2026.
refusal-centre-day-ahead = The request's date { DAY($day) } is ahead. Check it.
refusal-centre-due-before = The due day { DAY($day) } is before the request's date. Check it.
refusal-centre-is-answered = The answer to request { $number } was registered { DAY($day) }.
