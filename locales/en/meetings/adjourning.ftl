# A meeting that goes on another day

button-adjourn = Adjourn to another day
button-adjourn-anew = Change the day
button-adjourn-to = { WEEKDAY($moment) }, { DAY($moment) }, { TIME($moment) }
button-go-on = Go on with the meeting
panel-adjourn = When does it go on? Choose a day or write the date and the time: 27.11 10:00. Check-in starts again, quorum is checked again, what is left of the agenda remains; the protocol is one (cl. 3.2, 4.3.1).
confirm-adjourn = Adjourn meeting No. { $number } until { FULLDAY($until) }, { TIME($until) }? Everyone will be told and asked again.
adjourned-told = <b>Meeting No. { $number } is adjourned</b> and continues on { DAY($until) } ({ WEEKDAY($until) }), { TIME($until) }, with the questions left. Please say whether you will come, and check in again on that day.
meeting-adjourned = <b>Adjourned</b> on { DAY($since) } at { TIME($since) }, continues on { FULLDAY($until) } ({ WEEKDAY($until) }) at { TIME($until) }
meeting-left-open = <b>Broken off</b> on { DAY($since) } at { TIME($since) }, by the last entry: nobody closed the meeting, and check-ins are good for their day (cl. 4.3.1)
meeting-left-open-asked = Meeting No. { $number } was not closed on { DAY($moment) }. It is broken off at { TIME($moment) }, by the last entry: check-ins are good for their day (cl. 4.3.1). What now: “Change the day” or “Close the meeting” — /meeting
meeting-not-gone-on = Meeting No. { $number } was to continue on { DAY($moment) }, { TIME($moment) }. What now: “Go on with the meeting” (on that day), “Change the day” or “Close the meeting” — /meeting
toast-adjourned = Meeting No. { $number } is adjourned, everyone is told.
toast-went-on = The meeting goes on.
refusal-adjourn-to-another-day = A meeting is adjourned to another day; for a pause today there is “Break”. Choose a day or write the date and the time: 27.11 10:00.
refusal-nothing-left-to-adjourn = All questions are dealt with; nothing is left to go on with. The meeting can be closed.
refusal-moment-unreadable = The date and the time are not clear. Write them like this: 27.11 10:00.
refusal-meeting-is-adjourned = Meeting No. { $number } is adjourned. When it goes on: /meeting
