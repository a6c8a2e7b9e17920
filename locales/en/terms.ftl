# A message's term: extended, handled as an appeal, sent on.

term-amount = { $unit ->
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
}
term-unregistered = { $late ->
    [yes] <b>Not registered</b>, it was due on { DAY($day) }
   *[no] <b>Not registered</b>, due on { DAY($day) }
} ({ $source })
term-as-appeal = Handled as an appeal ({ $source }).
term-extended = Extended by { $amount }: { $reason }{ $told ->
    [yes] ; the citizen was told on { DAY($day) }
   *[no] { "" }
} ({ $source })
message-forwarded = <b>Sent on</b> { DAY($moment) }{ $late ->
    [yes] , late by { $by }
   *[no] , in time
} ({ $source })
    To: { $whither }

term-ask-extend-amount = Extend by how much? By { $amount } at most ({ $source }).
term-ask-extend-told = When was the citizen told of the extension ({ $source })?
term-ask-extend-reason = Why is the term extended?
term-ask-extend-own-reason = Write the reason in your own words, up to 300 characters.
term-ask-register-day = When was the appeal registered? The term of the answer counts from that day (59-ФЗ, art. 12 p. 1).
term-ask-forward-day = When was the appeal sent on? The term is 7 days from registration (59-ФЗ, art. 8 p. 3).
term-ask-forward-whither = Sent on to whom? Write the body's name, up to 300 characters. The citizen is told of it (59-ФЗ, art. 8 p. 3).

extension-reason-data-awaited = Data were requested
extension-reason-visit-needed = A visit is needed
extension-reason-works-needed = Works are needed, the contractor is awaited

button-extend = Extend
button-as-appeal = As an appeal
button-as-own = Not as an appeal
button-registered = Registered
button-registered-otherwise = Day of registration
button-forward = Send on
button-day-today = Today
button-day-yesterday = Yesterday
button-day-other = Another day

toast-extended = { $code }: the term is now { DAY($day) }.
toast-registered = { $code }: registered, due on { DAY($day) }.
toast-as-appeal = { $code }: the term is now { DAY($day) }.

refusal-term-answered = It was answered on { DAY($moment) }: the term does not change any more. Reopen the message first.
refusal-term-not-extended = The term of «{ $channel }» cannot be extended ({ $source }). { $appeal ->
    [yes] If you handle the message as an appeal, tap «As an appeal»: then it is 30 days and an extension by 59-ФЗ.
   *[no] If the answer will be late, give the reason.
}
refusal-term-extended-before = The term was extended { $times ->
    [one] { $times } time
   *[other] { $times } times
} already, no more is allowed ({ $source }). Give the reason of the delay.
refusal-term-too-long = It can be extended by { $most } { $unit ->
    [working_days] working days
    [calendar_days] days
    [working_hours] working hours
   *[hours] hours
} at most ({ $source }).
refusal-term-citizen-not-told = The citizen is told of an extension ({ $source }): say when it was done.
refusal-term-told-late = The citizen was told on { DAY($day) }, but the term ended on { DAY($deadline) }: it is extended before it ends ({ $source }). Give the reason of the delay.
refusal-term-day-to-come = { DAY($day) } is yet to come. Give the day on which it was done.
refusal-term-day-too-early = { DAY($day) } is before the message came ({ DAY($received) }). Check the date.
refusal-term-no-appeal = Messages of «{ $channel }» are not handled as appeals here: they have a term of their own.
refusal-term-extended-as-appeal = The term was extended as an appeal's (59-ФЗ, art. 12 p. 2): it does not change back.
refusal-term-not-forwarded = Appeals are sent on (59-ФЗ, art. 8 p. 3), and this message is of «{ $channel }». { $appeal ->
    [yes] If you handle it as an appeal, tap «As an appeal» first.
   *[no] Assign it to another block.
}
refusal-term-not-registered = Messages of «{ $channel }» are not registered one by one: their term counts from their receipt or is in the export.
refusal-term-registered-before = It was registered on { DAY($day) } by the export. If the day is wrong, mend it in the system: the next export brings it.
