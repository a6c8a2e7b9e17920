# Citizens' messages: the card and what is done.

lateness = { $unit ->
    [working_days] { $count ->
        [0] less than a working day
        [one] { $count } working day
       *[other] { $count } working days
    }
    [calendar_days] { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
    [working_hours] { $count ->
        [0] less than a working hour
        [one] { $count } working hour
       *[other] { $count } working hours
    }
   *[hours] { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
}
message-overdue = 🔴 <b>Overdue by { $late }</b>
message-today = <b>Due today</b>, { TIME($moment) }
message-soon = <b>Due soon</b>: { DAY($moment) }
message-later = <b>In hand</b>, due { DAY($moment) }
message-answered = <b>Answered</b> on { DAY($moment) } at { TIME($moment) }, in time
message-answered-late = <b>Answered</b> on { DAY($moment) } at { TIME($moment) }, late by { $late }
message-line = { $channel } { $code } · { $topic }
message-place = { $block }{ $presumed ->
    [yes] { " " }(presumably)
   *[no] { "" }
} → { $unit }
message-term = Received { DAY($received) }{ $apart ->
    [yes] , registered { DAY($registered) }
   *[no] { "" }
}, due { DAY($deadline) }{ $hourly ->
    [yes] { " " }{ TIME($deadline) }
   *[no] { "" }
} ({ $unit ->
    [working_days] { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
    [calendar_days] { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
    [working_hours] { $count ->
        [one] { $count } working hour
       *[other] { $count } working hours
    }
   *[hours] { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
})
message-text = <blockquote expandable>{ $text }</blockquote>
message-applicant-hidden = Applicant and address are hidden.
message-applicant = Applicant: { $name }. Address: { $place }
message-no-reason = No reason for the delay is given.
message-reason = Reason: { $reason }
message-ask-blocks = To which block does it belong?
message-ask-reasons = Why is the answer late?
message-ask-own-reason = Write the reason in your own words, up to 300 characters.
message-ask-pass = Pass it to the block «{ $title }»? From then on it is theirs: only they or the head can give it back.
message-not-yours = The message is with the block «{ $title }».
message-passed-to-you = <b>A message was passed to you</b>: { $channel } { $code } · { $topic }
    Due { DAY($deadline) }. Passed by seat { $seat }
button-open-message = Open
button-no-reason = Remove the reason
message-ask-number = Under which number is the message registered? Write it: the next export knows the message by it.
button-message-number = Registration number
refusal-number-from-registry = The number { $number } came with an export and is not changed here.
message-ask-remember = Give this block other messages on “{ $topic }” as well?
topic-none = no topic
block-none = Not assigned

reason-unit-silent = The unit has not answered
reason-works-needed = Works are needed, waiting for the contractor
reason-not-ours = Not within our competence
reason-no-money = Waiting for funds
reason-data-awaited = Information has been requested

button-answered = Answered
button-reopen = Back in hand
button-other-block = Another block
button-block-is-right = The block is right
button-delay-reason = Reason for the delay
button-own-reason = Another reason
button-remember-topic = Remember for the topic
button-reveal = Show the applicant (recorded)
button-open-again = Open again

toast-answered = { $code }: noted as answered.
toast-reopened = { $code }: in hand again.
toast-assigned = Given to: { $title }.
toast-remembered = Remembered. Messages moved: { $count }.
toast-reason = The reason is noted.

refusal-no-such-message = There is no such message.
refusal-not-your-message = This message belongs to { $known ->
    [yes] the block “{ $whose }”
   *[no] the head or the channel's officer
} (cl. 3.3, 3.4).
refusal-answered-before = Noted as answered on { DAY($moment) } at { TIME($moment) }.
refusal-not-answered = The message is in hand as it is.
refusal-answered-in-registry = The answer came with the channel's registry; it can be taken back there.
refusal-same-block = The message is in the block “{ $title }” already.
refusal-not-revealed-to-you = The applicant is shown only to those whom the office's profile allows.
refusal-reveal-in-private = The applicant can be seen in the private chat only.
