# A correction of a signed protocol: a paper of its own, the protocol itself does not change.

button-correction = Correction of the protocol
correction-ask = A signed protocol does not change, its correction is a paper of its own. Send its text in one message: which item, what is printed and how it should read. Protocol No. { $number }.
correction-preview = Correction: “{ $text }”
correction-confirm = Sign the correction with a simple electronic signature? It goes to all who got the protocol (cl. 4.7).
correction-caption = Correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) }, signed
correction-unit-caption = Correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) }. Please confirm receipt (cl. 4.7).
correction-by-hand-caption = { $unit }: no chat. Forward correction No. { $correction } of protocol No. { $number } of the meeting of { FULLDAY($moment) } and mark it.
protocol-card-correction = Correction No. { $correction } of { DAY($moment) }: { $confirmed } of { $count } received
toast-correction = Correction No. { $correction } of protocol No. { $number } is signed and being sent.
verdict-correction = The original correction No. { $version } of protocol No. { $number } of the meeting of { FULLDAY($moment) }.
refusal-correction-empty = There is no text. Send the correction in one message.

protocol-correction-title = Correction No. { $correction } of protocol No. { $number } of the project office's meeting of { $date }
protocol-correction-heading = CORRECTION No. { $correction }
protocol-correction-subheading = of protocol No. { $number } of the project office's meeting of { $date }
protocol-correction-of = Corrected
protocol-correction-record = protocol No. { $number } of { $date }; it does not change and is in force with this correction
protocol-correction-sha256 = SHA-256 of its record
