## Citizens' messages: the card and what is done.

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
message-answered = <b>Answered</b> on { DAY($moment) }{ CLOCK($moment, " at ") }, in time
message-answered-late = <b>Answered</b> on { DAY($moment) }{ CLOCK($moment, " at ") }, late by { $late }
message-outside-withdrawn = <b>Withdrawn by the applicant</b>
message-outside-not-ours = <b>Not ours</b>, no longer tracked
message-outside-rejected = <b>Rejected by a moderator</b>
message-said-status = Status in the export: “{ $status }”
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
message-whole-topic = The topic in full: { $topic }
message-applicant = Applicant: { $name }. Address: { $place }
message-no-reason = No reason for the delay is given.
message-reason = Reason: { $reason }
message-ask-blocks = To which block does it belong?
message-ask-reasons = Why is the answer late?
message-ask-own-reason = Write the reason in your own words, up to 300 characters.
message-ask-pass = Pass it to the block “{ $title }”? From then on it is theirs: only they or the head can return it.
message-not-yours = The message is now with { $known ->
    [yes] the block “{ $title }”
   *[no] the head or the channel’s officer
}.
message-passed-to-you = <b>A message was passed to you</b>: { $channel } { $code } · { $topic }
    Due { DAY($deadline) }. From { $who }
button-open-message = Open
button-no-reason = Remove the reason
message-ask-number = Under which number is the message registered? Write it: the next export knows the message by it.
button-message-number = Registration number
refusal-number-from-registry = The number { $number } came with an export and is not changed here.
message-ask-remember = Give this block other messages on “{ $topic }” as well?
topic-none = no topic
block-none = Not assigned

reason-unit-silent = The unit has not answered
reason-works-needed = Work is needed, waiting for the contractor
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
button-reveal = Show the applicant
button-open-again = Open again

toast-answered = { $code }: marked as answered.
toast-reopened = { $code }: in hand again.
toast-assigned = Given to: { $title }.
toast-remembered = Remembered. Messages moved: { $count }.
toast-reason = The reason is noted.

refusal-no-such-message = There is no such message.
refusal-not-your-message = This message belongs to { $known ->
    [yes] the block “{ $whose }”
   *[no] the head or the channel’s officer
} (cl. 3.3, 3.4).
refusal-answered-before = Already marked as answered on { DAY($moment) }{ CLOCK($moment, " at ") }.
refusal-forwarded-before = It was sent on, { DAY($moment) }{ CLOCK($moment, " at ") }, and is answered now by { $whither }. If that is not so, reopen the message.
refusal-not-answered = The message is still open.
refusal-answered-in-registry = The answer came with the channel’s registry; it can be taken back there.
refusal-same-block = The message is already in the block “{ $title }”.
refusal-not-revealed-to-you = The applicant is shown only to those whom the office’s profile allows.
refusal-too-many-to-look-at = At most { $limit } messages go out with addresses and links at once: each is recorded in the log. Choose fewer.

## A message's card: answer, unit, bringing it to a meeting, history.

message-ask-units = Which unit is to answer?
message-ask-raise =
    Put it to a meeting? The head will get a proposal for the agenda (cl. 4.4.2):

    <b>{ $question }</b>
    { $ground }
message-ask-quality = What is wrong with the answer?
message-ask-results = What answer was the citizen given?
button-other-result = Another result
message-ask-answer-days = When was the citizen answered?
message-ask-answer-own = Write when it was answered: 23.11.2026 15:30, 23.11 or “yesterday”.
message-result-unsaid = The result is not noted.
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
toast-unit = To answer: { $title }.
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
    [yes] { " " }On this topic: open { $waiting }, { $overdue } of them overdue.
   *[no] { "" }
}

history-line = { DAY($moment) } { TIME($moment) } · { $by ->
    [bot] the bot
    [acting] acting head { $name }
   *[seat] { $name }
} · { $what }
history-received = { DAY($moment) }{ CLOCK($moment, " ") } · received
history-answer-judged = answer’s quality: { $named ->
    [no] nothing wrong
   *[other] { $what }
}
history-answer-result = result: { $what }
history-applicant-looked-at = the applicant was viewed
history-delay-explained = reason for the delay given
history-handled-as-appeal = handled by another rule
history-message-answered = answered { $what }
history-moment = { DAY($moment) }{ CLOCK($moment, " ") }
history-message-assigned = block: { $what }
history-message-forwarded = sent on { $what }
history-message-numbered = number changed, it was { $what }
history-message-proposed = proposed for the agenda (No. { $what })
history-message-registered = registered { $what }
history-day = { DAY($day) }
history-message-reopened = reopened
history-message-unit = unit: { $what }
history-term-extended = term extended
history-topic-remembered = block remembered for the topic: { $what }
history-other = changed{ $named ->
    [no] { "" }
   *[other] : { $what }
}

refusal-same-unit = The message is already with “{ $title }”.
refusal-answer-to-come = { DAY($moment) }, { TIME($moment) } has not come yet. Say when the answer was given.
refusal-answer-before-received = The message came on { DAY($moment) }{ CLOCK($moment, " at ") }: it cannot have been answered before. Give another date.
refusal-answer-date-unread = The date cannot be read: “{ $text }”. Write it like this: 23.11.2026 15:30, 23.11 or “yesterday”.
refusal-proposed-before = This message has already been proposed for the agenda and is waiting for the head (cl. 4.4.2).

## The registry of messages: filters, search, the list.

command-messages = Registry of messages
message-list-heading = <b>Registry of messages</b>
message-list-filters = { $text }
message-list-found = { $more ->
    [yes] More than { $count } found
   *[no] { $count } found
}
message-list-ask-words = Write what to look for, up to 100 characters: any form of a word is found.
message-list-ask-section = Which messages to show?
message-list-ask-block = Which block?
message-list-ask-channel = Which channel?
message-list-ask-unit = Which unit?
message-list-ask-topic = Which topic? Here are the most frequent ones in the list.

button-filter-section = State
button-filter-block = Block
button-filter-channel = Channel
button-filter-unit = Unit
button-filter-topic = Topic
button-find = Find
button-clear-filters = Clear
button-any = Any value


## A message brought in by hand: /add and a forwarded post.

command-add = Add a message

add-preview = <b>Check and add</b>
add-done = <b>Added</b>
add-cancelled = The message was not added.
add-line-channel = { $value }
add-line-number = Number: { $value }
add-line-topic = Topic: { $value }
add-line-place = Place: { $value }
add-line-url = { $value }
add-line-day = Received { DAY($moment) }{ CLOCK($moment, " at ") }
add-line-author = The applicant is kept and hidden.
add-line-files = Files: { $count }

add-ask-channel = <b>A new message.</b> From which channel?
add-paused = The message is not added yet, its draft is waiting.
button-add-go-on = Go on
add-ask-number = Its number in the system? Write it or take ours.
add-ask-topic = What is it about? Write the topic, up to 400 characters.
add-ask-text = Write the text itself.
add-ask-place = Where is it? Write the address or the village.
add-ask-day = When was it received? Tap or write: 20.11.2026 14:30

button-add-done = Add
button-add-channel = Channel
button-add-number = Number
button-add-topic = Topic
button-add-text = Text
button-add-place = Place
button-add-day = Date
button-add-skip = Skip
button-add-own-number = No number
button-message-files = Files

refusal-only-officers-add = Messages are added by officers and the head (cl. 3.4, 3.2). Forward it to them.
refusal-add-no-channel = Choose the message’s channel.
refusal-add-no-words = A topic or a text is needed to add a message.
refusal-add-bad-day = The date cannot be read. Write it like this: 20.11.2026 14:30
refusal-add-day-to-come = { DAY($moment) } at { TIME($moment) } has not come yet. Say when the message was received.
refusal-number-personal = This is a name, a phone number or an address, not a message’s number, and everybody sees the number in chats. Write the number alone.
refusal-add-number-taken = { $channel } { $code } already exists. Open that message or change the number.
refusal-add-nothing-forwarded = What was forwarded has neither text nor a photo. Forward the whole post or type /add

## A message's term: extended, handled as an appeal, sent on.

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
    To { $whither }

term-ask-extend-amount = Extend by how much? By { $amount } at most ({ $source }).
term-ask-extend-told = When was the citizen told of the extension ({ $source })?
term-ask-extend-reason = Why is the term extended?
term-ask-extend-own-reason = Write the reason in your own words, up to 300 characters.
term-ask-register-day = When was the appeal registered? The term of the answer counts from that day (59-FZ, art. 12, part 1).
term-ask-forward-day = When was the appeal sent on? The term is 7 days from registration (59-FZ, art. 8, part 3).
term-ask-forward-whither = Sent on to whom? Write the body’s name, up to 300 characters. The citizen is told of it (59-FZ, art. 8, part 3).

extension-reason-data-awaited = Information has been requested
extension-reason-visit-needed = A visit is needed
extension-reason-works-needed = Work is needed, waiting for the contractor

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

refusal-term-answered = It was answered on { DAY($moment) }: the term can no longer change. Reopen the message first.
refusal-term-not-extended = The term of “{ $channel }” cannot be extended ({ $source }). { $appeal ->
    [yes] If you handle the message as an appeal, tap “As an appeal”: then it is 30 days and an extension by 59-FZ.
   *[no] If the answer will be late, give the reason.
}
refusal-term-extended-before = The term was extended { $times ->
    [one] { $times } time
   *[other] { $times } times
} already, no more is allowed ({ $source }). Give the reason for the delay.
refusal-term-too-long = It can be extended by { $most } { $unit ->
    [working_days] working days
    [calendar_days] days
    [working_hours] working hours
   *[hours] hours
} at most ({ $source }).
refusal-term-citizen-not-told = The citizen is told of an extension ({ $source }): say when it was done.
refusal-term-told-late = The citizen was told on { DAY($day) }, but the term ended on { DAY($deadline) }: it is extended before it ends ({ $source }). Give the reason for the delay.
refusal-term-day-to-come = { DAY($day) } has not come yet. Give the day on which it was done.
refusal-term-day-too-early = { DAY($day) } is before the message came ({ DAY($received) }). Check the date.
refusal-term-no-appeal = Messages of “{ $channel }” are not handled as appeals here: they have a term of their own.
refusal-term-extended-as-appeal = The term was extended as an appeal’s (59-FZ, art. 12, part 2): it does not change back.
refusal-term-not-forwarded = Appeals are sent on (59-FZ, art. 8, part 3), and this message is from “{ $channel }”. { $appeal ->
    [yes] If you handle it as an appeal, tap “As an appeal” first.
   *[no] Assign it to another block.
}
refusal-term-not-registered = Messages of “{ $channel }” are not registered one by one: their term counts from their receipt or is in the export.
refusal-term-registered-before = It was registered on { DAY($day) } by the export. If the day is wrong, correct it in the system: the next export brings it.

## Terms and blocks counted anew after the profile has changed.

recount-report = Terms recalculated: { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}
    The deadline changed in { $deadlines }, the block in { $blocks }. The office’s profile or the production calendar has changed; what was and what is stands in the table.
recount-sheet = Recount
recount-headers = Topic | Channel | Number | Deadline before | Deadline now | Block before | Block now
block-presumed = { $title } (presumed)
message-doubt = The block is not clear. Most likely:

## Several messages at once.

button-list-reveal = Links and addresses (recorded)
button-several = Tick several
button-several-all = All of this list
button-several-ticked = Those ticked: { $count }
button-several-answered = Answered
button-several-reason = Why it is late
button-several-block = Another block
button-several-unit = Unit
message-list-ask-ticks = Tick numbers, or take all of this list.
several-ask-what = { $count ->
    [one] <b>{ $count } message.</b> What is to be done?
   *[other] <b>{ $count } messages.</b> What is to be done?
}
several-ask-reason = Why are the answers late? Messages: { $count }
several-ask-own-reason = Write the reason in your own words, up to 300 characters. Messages: { $count }
several-ask-block = Which block do they belong to? Messages: { $count }
several-ask-unit = Which unit is to answer? Messages: { $count }
several-doing = { $doing ->
    [answered] <b>Answered</b>
    [reason] <b>Reason:</b> { $value }
    [block] <b>Block:</b> { $value }
   *[unit] <b>Unit:</b> { $value }
}
several-ask-confirm = { $doing ->
    [answered] <b>Mark them as answered?</b>
    [reason] <b>Record the reason “{ $value }”?</b>
    [block] <b>Pass them to the block “{ $value }”?</b> It deals with them from then on.
   *[unit] <b>Give them to the unit “{ $value }”?</b>
}
    Messages: { $count }
several-confirmed = Working: { $looked } of { $count }
several-done = Done { $done } of { $count }
several-passed-to-you = { $count ->
    [one] <b>{ $count } message was passed to you.</b> It is in the digest and in /messages
   *[other] <b>{ $count } messages were passed to you.</b> They are in the digest and in /messages
}
several-cancelled = Nothing was changed.
several-left-answered = Already answered: { $count }
several-left-changed = Changed by others: { $count }
several-left-not-yours = Others deal with them: { $count }
several-left-same = Already so: { $count }
refusal-several-none = Tick some numbers. What has been answered needs nothing more.
refusal-several-too-many = No more than { $limit } at once. Narrow the list.
refusal-several-ticked = No more than { $limit } may be ticked. Use “All of this list”.

## Answer templates by topic.

button-template = Answer template
button-template-change = Change the words
button-template-keep = Keep for the topic
template-text = <pre>{ $text }</pre>
template-unknown-places = This stays as it is: { $places }. Only {"{"}number{"}"}, {"{"}date{"}"} and {"{"}unit{"}"} are filled in.
template-none = There is no template for “{ $topic }” yet. Write the answer: other messages of this topic will have it too.
template-ask-own = Write the answer, up to 2000 characters. {"{"}number{"}"}, {"{"}date{"}"} and {"{"}unit{"}"} are filled in.
toast-template-kept = The template is kept for the topic.
history-template-kept = answer template kept for the topic
refusal-template-no-topic = The message has no topic, and templates are kept by topics.

## Stages of a term: importance, interim answer, refutation.

stage-important = Raised importance: a shorter term ({ $source }).
stage-interim = Interim answer given { DAY($moment) }{ CLOCK($moment, ", ") }; the final one is due in term ({ $source }).
stage-refuted = The citizen refuted the answer { DAY($moment) }: it is being reworked ({ $source }).
stage-mark-important = important
stage-mark-interim = interim answer given
stage-mark-refuted = refuted
button-stage-important = Raise importance
button-stage-usual = Usual importance
button-stage-interim = Interim answer
button-stage-refuted = Refuted by the citizen
toast-stage = { $code }: now due { DAY($day) }, { TIME($day) }.
history-answer-refuted = answer refuted by the citizen
history-importance-marked = importance changed
history-interim-answered = interim answer given { $what }
refusal-stage-unknown = The channel “{ $channel }” has no such stage of the term.
refusal-stage-interim-before = The interim answer was given { DAY($moment) }{ CLOCK($moment, ", ") }: the final one is next.
refusal-stage-refuted-late = An answer may be refuted within { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $source }): that time has passed.
