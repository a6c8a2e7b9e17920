## The protocol and the act as printed. Spaces that must not break ("cl. 4.6", "No. 5", before a dash) are
## no-break spaces here; keep them so. Numbers and names come as they are to be printed.

protocol-language = en

## Title and heading

protocol-title = Protocol No. { $number } of the project office’s meeting of { $date }
protocol-heading = PROTOCOL No. { $number }
protocol-subheading = of the project office’s meeting
protocol-city = { $city }
protocol-extract-title = Extract from protocol No. { $number } of the project office’s meeting of { $date }
protocol-extract-heading = EXTRACT
protocol-extract-subheading = from protocol No. { $number } of the project office’s meeting
not-held-title = Act{ $number ->
    [none] { "" }
   *[other] { " No. " }{ $number }
} that the project office’s meeting of { $date } was not held
not-held-heading = ACT{ $number ->
    [none] { "" }
   *[other] { " No. " }{ $number }
}
not-held-subheading = that the project office’s meeting was not held

## Particulars

protocol-caption-ground = Grounds
protocol-caption-time = Time
protocol-caption-place = Place
protocol-caption-form = Form
protocol-caption-chair = Chair
protocol-caption-secretary = { $gender ->
    [female] Minutes by
   *[male] Minutes by
}
protocol-caption-breaks = Break
protocol-time-span = from { $since } to { $until }
protocol-time-moment = at { $time }
protocol-chair-opening = at the opening: { $name }
protocol-chair-since = from { $time }: { $name }
protocol-caption-quorum = Quorum
protocol-caption-appointed = Appointed for
protocol-caption-closed = Closed
protocol-ground = Regulation on the project office, approved by decree No. { $number } of { $date } (the Regulation)
protocol-span = opened at { $opened }, closed at { $closed }
protocol-span-late = opened at { $opened }, closed on { $date } at { $closed }
protocol-sat = { $date } from { $opened } to { $closed }
protocol-sitting = Meeting on { $span }
protocol-moment = { $date }, { $time }
protocol-moment-zone = { $date }, { $time } ({ $zone })
protocol-form-in-person = in person
protocol-form-video = by video
protocol-form-mixed = mixed: in person and by video
protocol-chair-head = { $name }, head of the project office
protocol-chair-acting = { $name }, acting head of the project office (cl. 4.3 of the Regulation)
protocol-chair-nobody = nobody may chair (cl. 4.3 of the Regulation)
protocol-quorum = at the opening { $present } of { $established } present{ $later ->
    [none] { "" }
   *[other] , { $later } when it went on
}, { $needed } needed for a quorum (cl. 4.3.1 of the Regulation)
protocol-no-quorum = The meeting was not held: { $present } of { $established } were present, { $needed } needed for a quorum (cl. 4.3.1 of the Regulation).

## Attendance

protocol-caption-present = PRESENT
protocol-caption-absent = ABSENT
protocol-caption-guests = INVITED
protocol-caption-seat = No.
protocol-caption-name = Name
protocol-caption-position = Position
protocol-caption-part = Attendance
protocol-caption-reason = Reason
protocol-nobody = Nobody.
protocol-vacant = vacant seat
protocol-note-in-person = in person
protocol-note-remote = by video
protocol-note-acting = acting head
protocol-note-came = from { $time }
protocol-note-left = until { $time }

protocol-note-away = away { $span }
protocol-reason-absence = absence { $days ->
    [1] on { $first }
   *[other] from { $first } to { $last }
}
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
protocol-vote-heading = { $point ->
    [none] { "" }
   *[other] on point { $point },{ " " }
}{ $count ->
    [one] voting closed at { $time }
   *[other] voting { $number } of { $count }, closed at { $time }
  }{ $again ->
    [none] { "" }
   *[other] { "" }; the question was put again: { $again }; the last decision counts
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
protocol-heard-question = information on the question
protocol-heard-without = information on the question (the speaker was absent)
protocol-item-amended = The draft was amended at { $time } ({ $acting ->
        [yes] the acting head
       *[no] the chair
    } { $by }). It read: { $former }
protocol-item-amended-none = there was none
protocol-item-dropped = taken off the agenda at { $time } (cl. 3.2)
protocol-item-postponed = left to the next meeting at { $time } (cl. 3.2)

protocol-annex = ANNEX. Separate opinion: { $name }{ $item ->
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

protocol-not-considered = not considered
protocol-item-note = The question was { $note }.
protocol-agenda-note = { $question } — { $note }
protocol-as-voted = As worded at the signing; the words voted: “{ $voted }”.
protocol-not-adopted = The decision is not adopted.
protocol-points-not-adopted = { $count ->
    [one] Point { $numbers } is not adopted.
   *[other] Points { $numbers } are not adopted.
}
protocol-points-not-voted = { $count ->
    [one] Point { $numbers } was not put to the vote.
   *[other] Points { $numbers } were not put to the vote.
}
protocol-caption-decisions = DECISIONS TO EXECUTE
protocol-caption-item = Item
protocol-caption-decision = Decision
protocol-no-decisions = There are no decisions to execute.
protocol-execution = { $count ->
    [one] Executor
   *[other] Executors
}: { $executors }
protocol-execution-due = Due: { $due }

## Signature and check

protocol-signer-head = Head of the project office
protocol-signer-acting = Acting head of the project office
protocol-signer-secretary = Secretary
protocol-unsigned = Not signed
protocol-signed = Signed with a simple electronic signature: { $name }, { $moment }, account { $account }
protocol-signed-on-paper = Signed on paper on { $day }: { $name }. The scan of the signed copy was registered on { $moment }, account { $account }
protocol-signed-instead = For the chair of the meeting: { $chair } (cl. 4.7)
protocol-signed-meaning = A simple electronic signature (Federal Law 63-FZ, art. 5, part 2) confirms who signed the { $paper ->
    [correction] correction
    [act] act
   *[protocol] protocol
} and when. By agreement of the participants it equals a paper one signed by hand (art. 6, part 2; art. 9).
protocol-signed-of-protocol = The protocol is signed with a simple electronic signature: { $name }, { $moment }, account { $account }
protocol-signed-of-protocol-on-paper = The protocol is signed on paper on { $day }: { $name }; its scan was registered on { $moment }, account { $account }
protocol-certified = Certified as a true extract: { $name }, { $role }, { $moment }
protocol-fingerprint = SHA-256 of the record
protocol-squares = Some signs could not be printed: □ stands for them. Everything is recorded as it was typed.
protocol-check = Authenticity check
protocol-check-picture = QR code of the authenticity check: { $url }

## The protocol in the chat: signature, sending, checking.

protocol-card-heading = <b>Protocol No. { $number }</b> · meeting of { FULLDAY($moment) }
protocol-card-adopted = { $number }. { $question } — adopted
protocol-card-not-adopted = { $number }. { $question } — not adopted
protocol-card-void = { $number }. { $question } — void, no quorum
protocol-card-none = { $number }. { $question } — not voted on
protocol-card-task = { "   " }{ $point ->
    [none] { "" }
   *[other] { $point }.{ " " }
}{ $executors ->
    [none] { $dated ->
        [yes] by { FULLDAY($due) }
       *[no] { "" }
    }
   *[other] to be carried out by { $executors }{ $dated ->
        [yes] , by { FULLDAY($due) }
       *[no] { "" }
    }
}
protocol-card-countersigned = The secretary has signed: { $name }, { DAY($moment) } at { TIME($moment) }
protocol-confirm-countersign = Sign as the secretary with a simple electronic signature? If the wording changes after that, it must be signed again.
protocol-sign-no-secretary = The secretary has not signed yet: { $name }. Sign now, and the protocol goes out without their signature.
protocol-card-unsigned = { $version ->
    [1] Drawn up, waiting for a signature (cl. 4.7). PDF and DOCX are above.
   *[other] Version { $version }, the former ones are replaced. Waiting for a signature (cl. 4.7). PDF and DOCX are above.
}
protocol-confirm-sign = Sign with a simple electronic signature? After that the protocol never changes and goes to members and units (cl. 4.7).
protocol-sign-no-executor = { $count ->
    [one] Decision { $items } has no executor: there will be no task for it.
   *[other] Decisions { $items } have no executor: there will be no tasks for them.
}
protocol-card-signed = Signed on { DAY($moment) } at { TIME($moment) }: { $acting ->
    [yes] acting head
   *[no] head
} { $name }
protocol-card-signed-on-paper = Signed on paper on { DAY($day) }: { $acting ->
    [yes] acting head
   *[no] head
} { $name }. The scan was registered on { DAY($moment) } at { TIME($moment) }
protocol-card-file = SHA-256 of the file: <code>{ $sha256 }</code>
protocol-card-record = SHA-256 of the record: <code>{ $sha256 }</code>

protocol-docx-caption = Protocol No. { $number }{ $version ->
    [1] { "" }
   *[other] , version { $version }
}: working copy, may be edited
protocol-pdf-caption = Protocol No. { $number }{ $version ->
    [1] { "" }
   *[other] , version { $version }
}: to be signed
protocol-act-caption = Act No. { $number }: the meeting of { FULLDAY($moment) } was not held
button-act = Act No. { $number }
refusal-no-such-act = There is no such act. Past meetings: /meeting

button-sign = Sign

button-on-paper = Signed on paper
button-scan-signer = Signed by { $name }
button-register = Register
scan-ask = Send the scan of protocol No. { $number } that was signed by hand: a PDF file or photos of its pages. The bot then shows what will be recorded.
scan-preview =
    { $count ->
        [one] Scan
       *[other] Scan, { $count } files
    }: { $files }
    Signed on paper by { $name }, { FULLDAY($day) }
    Another day of signing? Write it: 24.11.2026. One more page? Send it.
scan-confirm = Register protocol No. { $number } as signed? After that it never changes and goes out: to members with the scan, to units as extracts (cl. 4.7).
scan-caption = Protocol No. { $number }: scan of the copy signed on paper
refusal-scan-kind = A scan is a PDF or a photo: JPG, PNG, TIFF. Send the signed pages like that.
refusal-scan-day = The day of signing is between the meeting and today: from { FULLDAY($since) } to { FULLDAY($until) }. Write it like this: { SHORTDAY($until) }.
toast-countersigned = Protocol No. { $number }: the secretary has signed.
refusal-already-countersigned = The secretary signed on { DAY($moment) } at { TIME($moment) }.
toast-signed = Protocol No. { $number } is signed and being sent.

verify-paused = No code of a protocol is expected now. To check one, tap the button below.
verify-ask = Send the code printed on the protocol beside its QR code, or the SHA-256 of its file (the first 16 digits will do), or the PDF file itself.
verify-record = The code is right: the record of protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verify-record-only = The record is what is signed: send the file here to learn whether this paper is signed and unaltered.
verify-unknown = There is no record with this code. Check that it is copied in full: digits and letters a–f.

refusal-no-such-protocol = There is no such protocol. Past meetings: /meeting
refusal-sign-other = The protocol is signed by whoever chaired the meeting: { $name }, cl. 4.7.
refusal-already-signed = Protocol No. { $number } was signed on { DAY($moment) } at { TIME($moment) }.
refusal-not-signed-yet = Protocol No. { $number } is not signed yet. The signed one will come to you.

## Sending a signed protocol and confirming its receipt (cl. 4.7).

button-received = Received
button-by-hand = Sent by hand

protocol-card-receipts = { $confirmed } of { $count } received
protocol-card-received = ✓ { $unit }: received { DAY($moment) } at { TIME($moment) }
protocol-card-sent = … { $unit }: sent { DAY($moment) }
protocol-card-unconfirmed = … { $unit }: not confirmed, sent { DAY($moment) }
protocol-card-by-hand = — { $unit }: no chat, hand the extract over
protocol-card-handed = ✓ { $unit }: handed over { DAY($moment) } at { TIME($moment) }

protocol-signed-caption = Protocol No. { $number } of the meeting of { FULLDAY($moment) }, signed
file-protocol = Protocol No. { $number } of { $day }
file-draft = Protocol No. { $number } of { $day }, draft{ $version ->
    [1] { "" }
   *[other] { " " }{ $version }
}
file-extract = Extract from protocol No. { $number } of { $day }, { $count ->
    [one] question
   *[other] questions
} { $items }
file-correction = Correction No. { $correction } of protocol No. { $number } of { $day }
file-act = Act No. { $number } of { $day }

summary-adopted = { $number }. { $words } — adopted
summary-not-adopted = { $number }. { $words } — not adopted
summary-void = { $number }. { $words } — void, no quorum
summary-more = and { $count } more

by-hand-heading = <b>To be handed over</b>: { $paper }. These units have no chat. The button with a name sends the paper, “Handed over” marks it.
by-hand-protocol = extracts from protocol No. { $number } of the meeting of { FULLDAY($moment) }
by-hand-correction = correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) }
by-hand-waits = … { $unit }
by-hand-done = ✓ { $unit }: handed over { DAY($moment) } at { TIME($moment) }
by-hand-paper = To be handed over: { $unit }
button-paper-of = { $unit }
button-handed = Handed over
protocol-unit-caption = Extract from protocol No. { $number } of the meeting of { FULLDAY($moment) }: for execution (cl. 4.7). Please confirm receipt.
protocol-unit-task = { $number }. { $question } → { $text }{ $dated ->
    [yes] { " " }— by { DAY($due) }
   *[no] { " " }— no date set
}
protocol-unit-more = { $count ->
    [one] and { $count } more task: /tasks
   *[other] and { $count } more tasks: /tasks
}
button-unit-done = { $count ->
    [1] Done
   *[other] { $number } · Done
}
button-protocol-whole = The whole protocol

receipt-reminder = { $correction ->
    [0] Protocol
   *[other] Correction No. { $correction } of protocol
} No. { $number } of the meeting of { FULLDAY($held) } was sent to you on { DAY($moment) }, receipt is not confirmed (cl. 4.7).
receipt-confirmed = { $correction ->
    [0] Protocol
   *[other] Correction No. { $correction } of protocol
} No. { $number } of the meeting of { FULLDAY($held) }: received { DAY($moment) } at { TIME($moment) }.

toast-received = Receipt of protocol No. { $number } is noted.
toast-by-hand = { $unit }: noted.

act-send = send a protocol
refusal-units-confirm = Units confirm receipt (cl. 4.7 of the Regulation).
refusal-received-before = Receipt of protocol No. { $number } is already noted.
refusal-not-sent-to-you = Protocol No. { $number } was not sent to your unit (cl. 4.7 of the Regulation).
refusal-by-hand-before = Already noted, or this unit gets the protocol in its chat.

## Wording a protocol anew before it is signed (cl. 4.7).

button-reword = Correct wording
button-reword-heard = Heard
button-reword-spoke = Spoke
button-reword-decided = Decided

reword-which = The wording of which question? Attendance, votes and results do not change.
reword-item = { $number }. { $question }
reword-question = <b>Question { $number }.</b> { $question }
reword-now-heard = <b>Heard:</b> { $words }
reword-now-spoke = <b>Spoke:</b> { $words }
reword-now-decided = <b>Decided:</b> { $words }
reword-ask-heard = Question { $number }, “heard”. Send the new text in one message; “—” leaves it empty. Now:
reword-ask-spoke = Question { $number }, “spoke”. Send the new text in one message; “—” leaves it empty. Now:
reword-ask-decided = Question { $number }, “decided”: correct a slip, not the meaning. What was voted is printed beside it, and members are told at once. Send the new text in one message. Now:
reword-difference-heard = Question { $number }, “heard”: what will change
reword-difference-spoke = Question { $number }, “spoke”: what will change
reword-difference-decided = Question { $number }, “decided”: what will change
reword-confirm = What is struck out goes; what is underlined is new. The protocol becomes version { $version } with a new SHA-256.
reword-making = Version { $version }: the documents are being made.
toast-reworded = Protocol No. { $number }: version { $version }.

refusal-words-same = The text is the same: there is nothing to change.
refusal-words-too-long = The text has { $length } characters, { $limit } fit. Shorten it and send it again.
refusal-words-of-decision = The decision on question { $item } is adopted: its words cannot be empty (cl. 4.7). Send a new text.
refusal-words-not-adopted = Question { $item } was not adopted: there are no words of a decision (cl. 4.6). What was heard and spoken may be corrected.
reword-told = Protocol No. { $number }, question { $item }: the decision is printed as worded at the signing (cl. 4.7).
    <b>Voted:</b> { $voted }
    <b>In the protocol:</b> { $words }

## A correction of a signed protocol: a paper of its own, the protocol itself does not change.

button-correction = Correction of the protocol
correction-ask = A signed protocol does not change; its correction is a paper of its own. Send its text in one message: which question, what is printed and how it should read. Protocol No. { $number }.
correction-preview = <b>CORRECTION No. { $correction }</b>
    to protocol No. { $number } of the meeting of the office on { FULLDAY($moment) }

    { $text }

    { $acting ->
        [yes] Acting head of the office
       *[no] Head of the office
    } { $name }
correction-confirm = Sign the correction with a simple electronic signature? It goes to all who got the protocol (cl. 4.7). To correct it, send the text again.
correction-signed-caption = Correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) }, signed
correction-unit-caption = Correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) }. Please confirm receipt (cl. 4.7).
protocol-card-correction = Correction No. { $correction } of { DAY($moment) }: { $confirmed } of { $count } received
toast-correction = Correction No. { $correction } of protocol No. { $number } is signed and being sent.
verdict-correction = The original correction No. { $version } of protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verdict-act = The original act No. { $number }: the meeting of { FULLDAY($moment) } was not held.
verdict-act-altered = Altered: the file calls itself act No. { $number } of the meeting of { FULLDAY($moment) } but differs from what the bot issued. The original: /meeting
refusal-correction-empty = There is no text. Send the correction in one message.

protocol-correction-title = Correction No. { $correction } of protocol No. { $number } of the project office’s meeting of { $date }
protocol-correction-heading = CORRECTION No. { $correction }
protocol-correction-subheading = of protocol No. { $number } of the project office’s meeting of { $date }
protocol-correction-of = Corrected
protocol-correction-record = protocol No. { $number } of { $date }; it does not change and is in force with this correction
protocol-correction-sha256 = SHA-256 of its record

## Checking a file or a code: original, altered, unknown.

verdict-signed = The original: the signed protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verdict-unsigned = Not the original: the unsigned protocol No. { $number } of the meeting of { FULLDAY($moment) }, as it was drawn up.
verdict-former = The former version { $version } of protocol No. { $number } of the meeting of { FULLDAY($moment) }: a newer one replaced it before signing.
verdict-copy = The working copy of protocol No. { $number } of the meeting of { FULLDAY($moment) }: it may be edited and bears no signature.
verdict-extract = The original extract from protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verdict-altered = Altered: the file calls itself protocol No. { $number } of the meeting of { FULLDAY($moment) } but differs from what the bot issued. Members of the office have the original: /meeting
verdict-unknown = An unknown file: it holds no code of a protocol and is none of the documents that the bot issued.
verdict-signer = Signed by { $acting ->
    [yes] the acting head
   *[no] the head
} { $name }, { FULLDAY($moment) }, { TIME($moment) }.
verdict-signer-on-paper = Signed on paper on { FULLDAY($day) } by { $acting ->
    [yes] the acting head
   *[no] the head
} { $name }; the scan was registered on { FULLDAY($moment) }, { TIME($moment) }.
verdict-not-signed = The protocol is not signed yet.
verdict-original-elsewhere = The signed original is another file: /meeting
refusal-signature-unasked = The bot takes no .sig file by itself: whoever signed attaches a qualified signature by “Attach .sig” below the protocol. In the chat a protocol is signed by a simple electronic signature (63-FZ, art. 9).
file-gone = Telegram no longer gives this file. Send it again.

button-sig = Attach .sig
signature-ask = Send the .sig file: the detached signature (qualified) of the signed PDF of protocol No. { $number }.
signature-attached = The signature is attached to protocol No. { $number } and sent along: { $name }, certificate from { FULLDAY($since) } to { FULLDAY($until) }{ $holds ->
    [yes] { "" }
   *[no] {" "}(not in force now)
}. { $matches ->
    [yes] The digest of the file is right.
   *[unknown] The signature holds no digest of the file to compare.
} A program for such signatures will say whether the signature itself is valid.
signature-of-another = This signature is of another file ({ $name }): the digest is not that of the signed PDF of protocol No. { $number }. Nothing is attached.
signature-taken-off = Protocol No. { $number }: the signature .sig { $sig } was taken off: it was attached by mistake.
button-sig-off = Take .sig { $sig } off
signature-caption = Detached signature of protocol No. { $number }: { $name }{ $matches ->
    [yes] , the digest of the file is right
   *[unknown] { "" }
}{ $holds ->
    [yes] { "" }
   *[no] , the certificate is not in force now
}; a program for such signatures will check it
signature-no-cms = This is not a signature: a CMS (PKCS#7) file with its certificate was expected, as DER, PEM or base64. Nothing is attached.
signature-attached-file = This signature has its file within itself. A detached one is needed, of the signed PDF of the protocol. Nothing is attached.
signature-many = Five signatures are already attached to the protocol; that is the most.
protocol-card-sig = .sig { $sig } attached { DAY($moment) }, { TIME($moment) }
refusal-signature-no-sig = A .sig file of up to 1 MB was expected. Send it as a document or tap “Attach .sig” again.

## The protocol's Word template that an office edits itself (the profile's key protocol_template).

template-fine = Protocol template { $file }: it can be filled.
template-unknown-name = Protocol template { $file }: it has the field “{ $name }”, which the protocol does not know. The template that came with the bot is used meanwhile.
template-broken = Protocol template { $file } cannot be read: { $reason }. The template that came with the bot is used meanwhile.
template-slow = The protocol’s template { $file } took longer than { $limit } s to fill and was stopped: it seems to have a loop that does not end. The template that came with the bot is used meanwhile.
template-large = The protocol’s template { $file } makes a file larger than { $limit } MB. The template that came with the bot is used meanwhile.
template-memory = The protocol’s template { $file } took more than { $limit } MB of memory and was stopped: it seems to repeat text without end. The template that came with the bot is used meanwhile.
