# Sending a signed protocol and confirming its receipt (cl. 4.7).

button-received = Received
button-by-hand = Sent by hand

protocol-card-receipts = { $confirmed } of { $count } received
protocol-card-received = ✓ { $unit }: received { DAY($moment) } at { TIME($moment) }
protocol-card-sent = … { $unit }: sent { DAY($moment) }
protocol-card-unconfirmed = … { $unit }: not confirmed, sent { DAY($moment) }
protocol-card-by-hand = — { $unit }: no chat, hand the extract over
protocol-card-handed = ✓ { $unit }: handed over { DAY($moment) } at { TIME($moment) }

protocol-signed-caption = Protocol No. { $number } of the meeting of { FULLDAY($moment) }, signed
protocol-unit-caption = Extract from protocol No. { $number } of the meeting of { FULLDAY($moment) }: for execution (cl. 4.7). Please confirm receipt.
protocol-by-hand-caption = { $unit }: no chat. Forward the extract from protocol No. { $number } of the meeting of { FULLDAY($moment) } and mark it.

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
refusal-received-before = Receipt of protocol No. { $number } is noted already.
refusal-not-sent-to-you = Protocol No. { $number } was not sent to your unit (cl. 4.7 of the Regulation).
refusal-by-hand-before = Noted already, or this unit gets the protocol in its chat.
