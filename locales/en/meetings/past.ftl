# Past meetings and participation of members.

command-statistics = Participation in meetings

past-heading = <b>Past meetings</b>{ $query ->
    [none] { "" }
   *[other] { " for “" }{ $query }”
} · { $count ->
    [0] { $query ->
        [none] none yet
       *[other] none found
    }
   *[other] { $count }
}
past-line = No. { $number } · { FULLDAY($moment) } · { $question }{ $more ->
    [0] { "" }
   *[other] { " and " }{ $more } more
}{ $state ->
    [not_held] { " · not held" }
    [cancelled] { " · cancelled" }
   *[closed] { "" }
}
past-ask = What to find? A number (“7”), a date (“25.11.2026”), or words of the agenda and the decisions.
button-past-number = No. { $number }
button-past = Past meetings
button-past-search = Find
button-past-all = All

statistics-heading = <b>Participation in meetings</b> · { FULLDAY($first) } – { FULLDAY($last) }
    { $count ->
        [0] There were no meetings.
        [one] { $count } meeting.
       *[other] { $count } meetings.
    }
statistics-line =
    <b>{ $seat }.</b> { $name }
    present { $present } of { $invited }, late { $late }; voted { $voted } of { $held }, abstained { $abstained }, aloud { $aloud }
statistics-no-more = Participation is shown to whoever performs the head’s duties (cl. 3.2, 4.3).
statistics-caption = Participation in meetings, { FULLDAY($first) } – { FULLDAY($last) }
statistics-sheet = Participation
statistics-column-seat = Seat
statistics-column-name = Member
statistics-column-invited = Invited
statistics-column-present = Present
statistics-column-late = Late
statistics-column-votes-held = Votes while present
statistics-column-voted = Voted
statistics-column-abstained = Abstained
statistics-column-aloud = Aloud
button-period-month = Month
button-period-quarter = Quarter
button-period-year = Year
button-statistics-export = Table, XLSX

