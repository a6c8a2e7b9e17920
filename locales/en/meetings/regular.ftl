# Regular meetings (cl. 3.2).

command-regular = Regular meetings

regulars-heading = <b>Regular meetings</b> (cl. 3.2){ $count ->
    [0] { "" }
        None. Set the day, the rhythm, the time and the place: five working days before, the bot proposes a draft of the next one, which you send.
   *[other] { "" }
}
regulars-line = { $number }. { $which }{ $place ->
    [none] { "" }
   *[other] , { $place }
} · next { DAY($day) }{ $questions ->
    [0] { "" }
    [one] , { $questions } standing question
   *[other] , { $questions } standing questions
}
regular-rhythm = { $rhythm ->
    [weekly] every
    [fortnightly] every second
   *[monthly] each month the { regular-nth }
} { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
regular-nth = { $ordinal ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[5] last
}
regular-nth-feminine = { regular-nth }
regular-nth-neuter = { regular-nth }
regular-ask-day = From which day? Meetings follow on the same weekday; monthly ones on the same one of the month, say the second Tuesday.
regular-ask-rhythm = How often?
regular-ask-time = At what time?
regular-ask-place = Write the place (or “—”). Below it, a line each, you may add standing questions of the agenda, as in /convene:
    room 12
    1. Work with messages | seat 8 | Note it
regular-confirm-end = Propose no more: { $which }? What was proposed or sent already stays.
regular-proposed = <b>A regular meeting</b>: { $which }.{ $moved ->
    [yes] {" "}{ WEEKDAYTITLE($day) }, { DAY($day) } is a day off, so { DAY($held) } is proposed.
   *[no] { "" }
} It will not be sent by itself.

button-regular-new = Set one
button-regular-end = End { $number }
button-skip = Skip

refusal-no-such-regular = There is no such regular meeting. Those set: /regular
refusal-regular-with-due = Question { $item }: a standing question comes again, its due day is set in the draft of each meeting. Leave it out and send again.
refusal-regular-is-ended = This regular meeting was ended { DAY($day) }.
