# The protocol and the act as printed. Spaces that must not break ("cl. 4.6", "No. 5", before a dash) are
# no-break spaces here; keep them so. Numbers and names come as they are to be printed.

protocol-language = en

## Title and heading

protocol-title = Protocol No. { $number } of the project office’s meeting of { $date }
protocol-heading = PROTOCOL
protocol-subheading = of the project office’s meeting No. { $number }
protocol-city = { $city }
protocol-extract-title = Extract from protocol No. { $number } of the project office’s meeting of { $date }
protocol-extract-heading = EXTRACT
protocol-extract-subheading = from the protocol of the project office’s meeting No. { $number }
not-held-title = Act that the project office’s meeting of { $date } was not held
not-held-heading = ACT
not-held-subheading = the project office’s meeting was not held

## Particulars

protocol-caption-ground = Grounds
protocol-caption-time = Time
protocol-caption-place = Place
protocol-caption-form = Form
protocol-caption-chair = Chair
protocol-caption-breaks = Break
protocol-time-span = from { $since } to { $until }
protocol-chair-since = from { $time }: { $name }
protocol-caption-quorum = Quorum
protocol-caption-appointed = Appointed for
protocol-caption-closed = Closed
protocol-ground = Regulation on the project office, approved by decree No. { $number } of { $date } (the Regulation)
protocol-span = opened at { $opened }, closed at { $closed }
protocol-moment = { $date }, { $time }
protocol-moment-zone = { $date }, { $time } ({ $zone })
protocol-form-in-person = in person
protocol-form-video = by video
protocol-form-mixed = mixed: in person and by video
protocol-chair-head = { $name }, head of the project office
protocol-chair-acting = { $name }, acting head of the project office (cl. 4.3 of the Regulation)
protocol-chair-nobody = nobody may chair (cl. 4.3 of the Regulation)
protocol-quorum = at the opening { $present } of { $established } present, { $needed } needed for a quorum (cl. 4.3.1 of the Regulation)
protocol-no-quorum = { $present } of { $established } were present, { $needed } needed for a quorum (cl. 4.3.1 of the Regulation)

## Attendance

protocol-caption-present = PRESENT
protocol-caption-absent = ABSENT
protocol-caption-guests = INVITED
protocol-caption-seat = Seat
protocol-caption-name = Name
protocol-caption-position = Position
protocol-caption-part = Attendance
protocol-nobody = Nobody.
protocol-vacant = vacant seat
protocol-note-in-person = in person
protocol-note-remote = by video
protocol-note-acting = acting head
protocol-note-came = from { $time }
protocol-note-left = until { $time }

protocol-note-away = away from { $since } to { $until }
protocol-note-marked = marked by the chair

## Agenda and items

protocol-caption-agenda = AGENDA
protocol-caption-heard = HEARD
protocol-caption-spoke = SPOKE
protocol-caption-draft = DRAFT DECISION
protocol-caption-vote = VOTED
protocol-caption-choice = Vote
protocol-caption-decided = DECIDED
protocol-caption-executors = Executors
protocol-caption-due = Due
protocol-vote-heading = { $count ->
    [one] voting closed at { $time }
   *[other] voting { $number } of { $count }, closed at { $time }
  }
protocol-tally = for — { $for }, against — { $against }, abstained — { $abstained }, did not vote — { $not_voted }; { $present } of { $established } present
protocol-vote-chair = This voting was chaired by: { $name }
protocol-choice-for = for
protocol-choice-against = against
protocol-choice-abstain = abstained
protocol-choice-none = did not vote
protocol-vote-aloud = vote recorded by the chair
protocol-vote-chairing = chair

protocol-item-added = { $question } (brought in during the meeting at { $time }, cl. 3.2)
protocol-item-heard = { $speaker } (report { $spans })
protocol-item-amended = { $draft }
    The draft was amended at { $time } ({ $acting ->
        [yes] the acting head
       *[no] the chair
    } { $by }). It read: { $former }
protocol-item-amended-none = there was none
protocol-item-dropped = Taken off the agenda at { $time } (cl. 3.2).
protocol-item-postponed = Left to the next meeting at { $time } (cl. 3.2).

protocol-annex = ANNEX. Separate opinion: seat { $seat }, { $name }{ $item ->
    [0] { "" }
   *[other] , question { $item }
}

## The result, by its ground

protocol-ground-majority = The decision is adopted: { $for } of { $present } present are for it, more than half (cl. 4.6 of the Regulation)
protocol-ground-no-majority = The decision is not adopted: { $for } of { $present } present are for it, and more than half is needed (cl. 4.6 of the Regulation)
protocol-ground-nobody-for = The decision is not adopted: nobody voted for it (cl. 4.6 of the Regulation)
protocol-ground-casting-for = The decision is adopted: the votes were equal, and the chair’s vote decided — for (cl. 4.6 of the Regulation)
protocol-ground-casting-against = The decision is not adopted: the votes were equal, and the chair’s vote decided — against (cl. 4.6 of the Regulation)
protocol-ground-casting-unused = The decision is not adopted: the votes were equal, and the casting vote was not used: the chair voted neither for nor against (cl. 4.6 of the Regulation)
protocol-ground-no-quorum = The voting is void: no quorum, { $present } of { $established } were present and at least { $needed } are needed (cl. 4.3.1 of the Regulation)

## The decision

protocol-not-considered = The question was not considered and not put to the vote.
protocol-not-put = Not put to the vote.
protocol-not-adopted = The decision is not adopted.
protocol-not-decided = No decision is adopted: the voting was void.
protocol-caption-decisions = DECISIONS TO EXECUTE
protocol-caption-item = Item
protocol-caption-decision = Decision
protocol-no-decisions = There are no decisions to execute.
protocol-no-executor = not named
protocol-no-due = not set

## Signature and check

protocol-signer-head = Head of the project office
protocol-signer-acting = Acting head of the project office
protocol-unsigned = Not signed
protocol-signed = Signed with a simple electronic signature: { $name }, { $moment }, account { $account }
protocol-signed-meaning = A simple electronic signature (Federal Law 63-FZ, art. 5, part 2) confirms who signed the protocol and when. By agreement of the participants it equals a paper one signed by hand (art. 6, part 2; art. 9).
protocol-fingerprint = SHA-256 of the record
protocol-check = Check of authenticity
protocol-check-picture = QR code of the check of authenticity: { $url }
