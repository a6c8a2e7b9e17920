# Figures of a period: the report, the weekly summary, spikes.

refusal-period-unreadable = The period “{ $period }” cannot be read. Examples: 2026-10, 2026-W47, 2026-Q4, 2026, 2026-10-01..2026-10-31
refusal-period-backwards = The period ends before it begins: { DAY($first) } — { DAY($last) }. Swap the days.
refusal-period-too-long = Figures are counted from the year 2000 on and for { $years } years at most. Take a shorter period.

period-week = { DAY($first) } — { FULLDAY($last) }
period-month = { MONTH($first) }
period-quarter = { $quarter } quarter of { $year }
period-year = { $year }
period-days = { DAY($first) } — { FULLDAY($last) }

figures-heading = <b>{ $kind ->
    [week] Week in figures
   *[other] Figures
} · { $period }</b>
    { $scope }
figures-received = <b>Received { $count }</b>{ $compared ->
    [yes] { " " }({ $sign }{ $change } against { $kind ->
        [week] last week
        [month] last month
        [quarter] last quarter
        [year] last year
       *[other] as many days before
    })
   *[no] { "" }
}
figures-month = The four weeks before: { $count } a week, { $share } in time
figures-outcome = Answered in time { $on_time } · late { $late } · overdue { $overdue } · waiting { $waiting }
figures-share = In time { $share }{ $compared ->
    [yes] { " " }(was { $before })
   *[no] { "" }
}
figures-time = Half of the answers took { $median } at most, nine of ten { $ninety }
figures-by-block = By blocks (received · overdue · in time)
figures-by-channel = By channels
figures-by-topic = Most written about
figures-line = { $title }: { $received } · { $overdue } · { $share }
figures-topic = { $title }: { $count }
figures-causes = Why answers were late
figures-cause = { $reason }: { $count }
figures-cause-none = No reason given
figures-told = { $grew ->
    [yes] 📈
   *[no] 🔁
} { $text }
figures-standing-out = <b>Worth a look</b>
figures-spike-topic = “{ $name }”: { $count } this week, usually { $usual }
figures-spike-settlement = { $name }: { $count } this week, usually { $usual }
figures-repeat = { $place } · { $topic }: again { $count ->
    [one] { $count } time
   *[other] { $count } times
} within { $days ->
    [one] { $days } day
   *[other] { $days } days
}
figures-hours = { $count } h
figures-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
figures-percent = { $count }%
figures-none-channel = No channel
figures-none-block = Not assigned
figures-none-topic = No topic
figures-none-settlement = No place given
figures-none-unit = No executor known
figures-no-before = Nothing to compare with: no messages in { $period }.
figures-changed-received = Received { $now }, was { $before }{ $way ->
    [more] , { $change } more
    [less] , { $change } fewer
   *[same] { "" }
}.
figures-changed-overdue = Overdue { $now }, was { $before }{ $way ->
    [more] , { $change } more
    [less] , { $change } fewer
   *[same] { "" }
}.
figures-changed-share = In time { $now }%, was { $before }%{ $way ->
    [more] , better by { $change }
    [less] , worse by { $change }
   *[same] { "" }
}.
figures-changed-median = Half of the answers took { $now } at most, was { $before }.
figures-more-topic = More is written about “{ $name }”: { $now }, was { $before }.
figures-less-topic = Less is written about “{ $name }”: { $now }, was { $before }.
figures-more-settlement = More is written from { $name }: { $now }, was { $before }.
figures-less-settlement = Less is written from { $name }: { $now }, was { $before }.
figures-draft = <b>For the agenda of a meeting</b> (cl. 4.4.2)

    Question: { $question }
    Draft decision: { $decision }
    Ground: { $ground }
figures-question-spike = More messages than usual: { $name }
figures-question-repeat = Repeated messages: { $topic }, { $place }
figures-decision = Find the causes, name an executor and a date.
figures-ground-spike = In seven days up to { DAY($last) } — { $count ->
    [one] { $count } message
   *[other] { $count } messages
}, usually { $usual }.
figures-ground-repeat = { $place }: after the first message again { $count ->
    [one] { $count } time
   *[other] { $count } times
} within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
figures-ground-outcome = { $period }: received { $received }, answered in time { $on_time }, late { $late }, overdue { $overdue }.
figures-proposed = The proposal for the agenda is in.
button-figures-propose = { $kind ->
    [only] Bring to a meeting
    [topic] To a meeting, topic grew: { $name }
    [repeat] To a meeting, again: { $name }
   *[settlement] To a meeting, grew: { $name }
}
refusal-figures-in-private = Figures come to the private chat: open it and try again.
refusal-figures-not-out = This no longer stands out: the week's messages have changed. Here is how it is now.
refusal-figures-proposed-before = Such a proposal already waits for the head.
