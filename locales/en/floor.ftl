# The course of a meeting: who chairs, whom the chair marked, a break, questions on the spot.

refusal-head-handed-over = You handed this meeting over to seat { $seat }: the acting head chairs it (cl. 4.3). Until the opening you can take it back on the meeting's card.
refusal-chairs-no-more = You do not chair this meeting any more: seat { $seat } does (cl. 4.3). You may vote and speak as a member.
refusal-only-head-hands-over = Only the head can hand a meeting over (cl. 4.3).
refusal-handed-over-already = This meeting is handed over to seat { $seat } already (cl. 4.3).
refusal-nobody-to-hand-over-to = There is nobody to hand over to: seat { $seat } is absent or vacant, and the decree names nobody else (cl. 4.3).
refusal-not-handed-over = This meeting is not handed over: you chair it.
refusal-too-late-to-take-back = The meeting is open: seat { $seat } chairs it until the closing (cl. 4.3). You may vote.

refusal-seat-not-chosen = Seat { $seat } is not among the participants (cl. 3.2). Add it first: “Participants”.
refusal-seat-already-present = Seat { $seat } is marked as present already.
refusal-seat-not-present = Seat { $seat } is not marked as present (cl. 4.6). Mark it first: “Participants”.

refusal-heard-already = Question { $item } is being heard already, since { TIME($moment) }.
refusal-same-wording = The draft decision on question { $item } reads so already.
refusal-item-dropped = Question { $item } was taken off the agenda at { TIME($moment) } (cl. 3.2).
refusal-item-postponed = Question { $item } was left to the next meeting at { TIME($moment) } (cl. 3.2).
refusal-break-is-past = A break must end later than it begins.
refusal-on-break = There is a break until { TIME($moment) }: nothing is put to the vote. The chair goes on by “Resume” (cl. 4.3).
refusal-no-break = There is no break, the meeting goes on.
