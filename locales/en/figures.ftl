## Figures of a period: the report, the weekly summary, spikes.

refusal-period-unreadable = The period “{ $period }” cannot be read. Examples: 2026-10, 2026-W47, 2026-Q4, 2026, 2026-10-01..2026-10-31
refusal-period-backwards = The period ends before it begins: { DAY($first) } — { DAY($last) }. Swap the days.
refusal-period-too-long = Figures are counted from the year 2000 on and for { $years } years at most. Take a shorter period.

period-week = { DAY($first) } — { FULLDAY($last) }
period-month = { MONTH($first) }
period-quarter = { $quarter ->
    [I] Q1
    [II] Q2
    [III] Q3
   *[IV] Q4
} { $year }
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
figures-stages = Important { $important }, with an interim answer { $interim }, refuted { $refuted }
figures-time = Half of the answers took up to { $median }, nine of ten up to { $ninety }
figures-by-block = By blocks (received · overdue · in time)
figures-by-channel = By channels
figures-by-topic = Most written about
figures-line = { $title }: { $received } · { $overdue } · { $share }
figures-topic = { $title }: { $count }
figures-causes = Why answers were late
figures-cause = { $reason }: { $count }
figures-cause-none = No reason given
figures-told = { $number ->
    [0] { "" }
   *[other] { $number }.{ " " }
}{ $grew ->
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
figures-none-block = No block
figures-none-topic = No topic
figures-none-settlement = No place given
figures-none-unit = No executor
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
figures-more-topic = More messages about “{ $name }”: { $now }, was { $before }.
figures-less-topic = Fewer messages about “{ $name }”: { $now }, was { $before }.
figures-more-settlement = More messages from { $name }: { $now }, was { $before }.
figures-less-settlement = Fewer messages from { $name }: { $now }, was { $before }.
figures-draft = <b>For the agenda of a meeting</b> (cl. 4.4.2)

    Question: { $question }
    Draft decision: { $decision }
    Grounds: { $ground }
figures-question-spike = More messages than usual: { $name }
figures-question-repeat = Repeated messages: { $topic }, { $place }
figures-decision = Find the causes, name an executor and a due date.
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
button-figures-propose = Put to a meeting
figures-choose = Put to a meeting by its number:
refusal-figures-not-out = This no longer stands out: the week’s messages have changed. Here is how it is now.
refusal-figures-proposed-before = Such a proposal is already waiting for the head.

## The report: choosing a period, progress, files.

command-report = Report for a period

report-choose = <b>Report</b> · { $scope }
    For which period?
report-first-day = From which day?
report-last-day = From { FULLDAY($first) } — to which day, inclusive?
report-making = <b>Making the report</b> · { $period }
    { $scope }

    { $number } of { $of }: { $step ->
        [counting] counting the messages
        [table] filling the table
        [print] setting the PDF
       *[chart] drawing the chart
    }
report-ready = <b>The report is ready</b> · { $period }
    { $scope }

    The XLSX table, the PDF and the chart are below. Their numbers are the same.
report-cancelled = { $known ->
    [yes] The report is cancelled · { $period }
   *[no] The report is cancelled.
}
report-failed = The report could not be made · { $period }
    The bot’s log says why; the administrator sees it. Try another period.
report-caption-xlsx-file = Report · { $period } · { $scope }
report-caption-pdf-file = Report, PDF · { $period } · { $scope }
report-caption-png-file = { $period } · { $scope }

button-this-week = This week
button-last-week = Last week
button-this-month = This month
button-last-month = Last month
button-this-quarter = This quarter
button-last-quarter = Last quarter
button-this-year = This year
button-last-year = Last year
button-own-dates = Other dates
button-figures-in-chat = Figures in the chat
button-other-report = Another period
button-week-figures = Week in figures

report-title = Report on citizens’ messages: { $period }
report-heading = REPORT
report-subheading = on citizens’ messages: { $period }
report-by-channel = By channels
report-by-block = By blocks
report-by-topic = By topics
report-by-settlement = By settlements
report-by-unit = By units
report-caption-name = Name
report-caption-received = Received
report-caption-before = Before
report-caption-on-time = In time
report-caption-late = Late
report-caption-overdue = Overdue
report-caption-waiting = Waiting
report-caption-share = Share in time
report-caption-median = Half, h
report-caption-ninety = 9 of 10, h
report-caption-median-whole = Half of the answers took at most, h
report-caption-ninety-whole = Nine answers of ten took at most, h
report-stage-important = Important
report-stage-interim = With an interim answer
report-stage-refuted = Answer refuted by the citizen
report-caption-summary = Summary
report-caption-changes = What has changed
report-caption-findings = What stands out
report-caption-causes = Causes of delay
report-caption-reason = Cause
report-caption-count = Messages
report-caption-overdue-list = Overdue list
report-caption-channel = Channel
report-caption-number = Number
report-caption-received-at = Received
report-caption-deadline = Deadline
report-caption-overdue-by = Overdue by
report-caption-topic = Topic
report-caption-block = Block
report-caption-unit = Unit
report-caption-settlement = Settlement
report-caption-indicator = Indicator
report-caption-value = In the period
report-caption-moment = As of
report-caption-scope = Scope
report-caption-period = Period
report-caption-nothing-late = Nothing was late.
report-caption-nothing-overdue = Nothing is overdue.
report-caption-none-found = Nothing unusual.
report-caption-more = More
report-caption-more-in-table = More, in the XLSX table
report-caption-hours-note = Hours are counted from receipt to answer. “Before” is the period before, as it stood so many days after.

chart-title = { $kind ->
    [week] Week { $period }
   *[other] { $period }
}
chart-received = received
chart-share = answered in time
chart-overdue = overdue
chart-on-time = in time
chart-late = late
chart-overdue-part = overdue
chart-waiting = waiting
chart-by-block = By blocks
chart-by-channel = By channels
chart-topics = Most written about
chart-topic = { $count }{ $compared ->
    [yes] { " " }(was { $before })
   *[no] { "" }
}

refusal-only-officers-report = Reports are made by the head and the officers of channels (cl. 2.2.1, 3.2, 3.4). Your block’s figures are below the digest: “Week in figures”.
refusal-no-such-report = There is no such report. Start again: /report
refusal-report-is-choosing = Choose the period first.
refusal-report-is-asked = The report is being made.
refusal-report-is-ready = The report is ready, its files are below.
refusal-report-is-cancelled = This report was cancelled. Start again: /report
refusal-report-period-unreadable = The period “{ $period }” cannot be read. Examples: /report November, /report Q3 2025, /report 01.10–15.10.2026. Or choose by a button: /report
refusal-period-ahead = This period has not begun yet. Choose days up to today.
refusal-report-is-failed = This report could not be made. Start again: /report
figures-presumed = The block is presumed for { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
figures-outside = Not counted, no longer tracked: { $count } withdrawn, not ours or rejected
