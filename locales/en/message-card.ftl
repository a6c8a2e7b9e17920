# A message's card: answer, unit, bringing it to a meeting, history.

message-ask-units = Which unit answers?
message-ask-raise =
    Bring it to a meeting? The head will get a proposal for the agenda (cl. 4.4.2):

    <b>{ $question }</b>
    { $ground }
message-ask-quality = What is wrong with the answer?
message-ask-results = What was the citizen answered?
button-other-result = Another result
message-ask-answer-days = When was the citizen answered?
message-ask-answer-own = Write when it was answered: 23.11.2026 15:30, 23.11 or «yesterday».
message-result-solved = Result: solved.
message-result-explained = Result: explained.
message-result-declined = Result: declined.
message-quality-formal = Answer’s quality: a formal reply.
message-quality-off-point = Answer’s quality: not to the point.
message-quality-repeated = Answer’s quality: the citizen complains again.

button-other-unit = Another unit
button-raise = To a meeting
button-more = More
button-history = History
button-quality = Answer’s quality
button-answer-date = Another date
button-own-date = Type date and time
button-day = { DAY($day) }
button-result-solved = Solved
button-result-explained = Explained
button-result-declined = Declined
button-quality-formal = Formal reply
button-quality-off-point = Not to the point
button-quality-repeated = Repeated complaint
button-quality-none = Nothing wrong

toast-block-confirmed = Confirmed: { $title }.
toast-unit = Answers: { $title }.
toast-result = { $result ->
    [solved] Result: solved.
    [explained] Result: explained.
   *[other] Result: declined.
}
toast-quality = Judgement recorded.

proposal-of-message = { $topic }: message { $channel } { $code }
proposal-ground-of-message = { $channel } { $code }, received { DAY($received) }{ $in_time ->
    [yes] .
   *[other] , overdue by { $late }.
}{ $known ->
    [yes] { " " }Of this topic { $waiting } are open, { $overdue } of them overdue.
   *[no] { "" }
}

history-line = { DAY($moment) } { TIME($moment) } · { $who ->
    [bot] the bot
    [acting] acting head, seat { $seat }
   *[seat] seat { $seat }
} · { $what }
history-received = { DAY($moment) } { TIME($moment) } · received
history-answer-judged = answer’s quality: { $named ->
    [no] nothing wrong
   *[other] { $what }
}
history-answer-result = result: { $what }
history-applicant-looked-at = the applicant was looked at
history-delay-explained = reason for the delay given
history-handled-as-appeal = handled by another rule
history-message-answered = answered { $what }
history-moment = { DAY($moment) } { TIME($moment) }
history-message-assigned = block: { $what }
history-message-forwarded = sent on { $what }
history-message-numbered = number changed, it was { $what }
history-message-proposed = proposed for the agenda (No. { $what })
history-message-registered = registered { $what }
history-day = { DAY($day) }
history-message-reopened = back to work
history-message-unit = unit: { $what }
history-term-extended = term extended
history-topic-remembered = block remembered for the topic: { $what }
history-other = changed{ $named ->
    [no] { "" }
   *[other] : { $what }
}

refusal-same-unit = The message is with «{ $title }» already.
refusal-answer-to-come = { DAY($moment) }, { TIME($moment) } is still to come. Say when the answer was given.
refusal-answer-before-received = The message came on { DAY($moment) } at { TIME($moment) }: it cannot have been answered before. Say another date.
refusal-answer-date-unread = The date cannot be read: «{ $text }». Write it so: 23.11.2026 15:30, 23.11 or «yesterday».
refusal-proposed-before = This message is proposed for the agenda already and waits for the head (cl. 4.4.2).
