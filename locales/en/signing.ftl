# The protocol in the chat: signature, sending, checking.

protocol-card-heading = <b>Protocol No. { $number }</b> · meeting of { FULLDAY($moment) }
protocol-card-adopted = { $number }. { $question } — adopted
protocol-card-not-adopted = { $number }. { $question } — not adopted
protocol-card-void = { $number }. { $question } — vote void
protocol-card-none = { $number }. { $question } — not voted on
protocol-card-task = { "   " }executed by: { $executors }{ $dated ->
    [yes] , by { FULLDAY($due) }
   *[no] { "" }
}
protocol-card-unsigned = { $version ->
    [1] Drawn up, waits for a signature (cl. 4.7). PDF and DOCX are above.
   *[other] Version { $version }, the former ones are replaced. Waits for a signature (cl. 4.7). PDF and DOCX are above.
}
protocol-card-moved = The card below is in force.
protocol-confirm-sign = Sign with a simple electronic signature? After that the protocol never changes and goes to members and units (cl. 4.7).
protocol-sign-no-executor = { $count ->
    [one] Decision { $items } has no executor: no task comes of it.
   *[other] Decisions { $items } have no executor: no tasks come of them.
}
protocol-card-signed = Signed on { DAY($moment) } at { TIME($moment) }: { $acting ->
    [yes] acting head
   *[no] head
} { $name }
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
protocol-act-caption = Act: meeting No. { $number } was not held

button-sign = Sign

toast-signed = Protocol No. { $number } is signed and being sent.

verify-ask = Send the code printed on the protocol beside its QR code (SHA-256, the first 16 digits will do), or the PDF file itself.
verify-record = The code is right: the record of protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verify-record-only = Send the file here to learn whether it was altered.
verify-unknown = There is no record with this code. Check that it is copied whole: digits and letters a–f.

refusal-no-such-protocol = There is no such protocol. Past meetings: /meeting
refusal-sign-other = The protocol is signed by whoever chaired the meeting: { $name } (seat { $seat }), cl. 4.7.
refusal-already-signed = Protocol No. { $number } was signed on { DAY($moment) } at { TIME($moment) }.
refusal-not-signed-yet = Protocol No. { $number } is not signed yet. The signed one will come to you.
