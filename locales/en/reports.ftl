# The report: choosing a period, progress, files.

command-report = Report of a period

report-choose = <b>Report</b> · { $scope }
    For which period?
report-first-day = From which day?
report-last-day = From { FULLDAY($first) } — to which day, inclusive?
report-making = <b>Making the report</b> · { $period }
    { $scope }

    { $number } of { $of }: { $step ->
        [counting] counting messages
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
    The bot's log says why; the administrator sees it. Try another period.
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
button-own-dates = Own dates
button-figures-in-chat = Figures in the chat
button-other-report = Another period
button-week-figures = Week in figures

report-title = Report on citizens' messages: { $period }
report-heading = REPORT
report-subheading = on citizens' messages: { $period }
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

refusal-only-officers-report = Reports are made by the head and the officers of channels (cl. 2.2.1, 3.2, 3.4). Your block's figures are below the digest: “Week in figures”.
refusal-report-in-private = The report comes to the private chat: open it and repeat /report
refusal-no-such-report = There is no such report. Begin anew: /report
refusal-report-is-choosing = Choose the period first.
refusal-report-is-asked = The report is being made.
refusal-report-is-ready = The report is ready, its files are below.
refusal-report-is-cancelled = This report is cancelled. Begin anew: /report
refusal-report-period-unreadable = The period “{ $period }” cannot be read. Examples: /report November, /report 3 quarter 2025, /report 01.10–15.10.2026. Or choose by a button: /report
refusal-period-ahead = This period has not begun yet. Choose days up to today.
refusal-report-is-failed = This report could not be made. Begin anew: /report
