# A message brought in by hand: /add and a forwarded post.

command-add = Bring a message in

add-preview = <b>Check and bring in</b>
add-done = <b>Brought in</b>
add-cancelled = The message was not brought in.
add-line-channel = { $value }
add-line-number = Number: { $value }
add-line-topic = Topic: { $value }
add-line-place = Place: { $value }
add-line-url = { $value }
add-line-day = Received { DAY($moment) } at { TIME($moment) }
add-line-author = The author is kept and hidden.
add-line-files = Files: { $count }

add-ask-channel = <b>A new message.</b> Of which channel?
add-ask-number = Its number in the system? Write it or take ours.
add-ask-topic = What is it about? Write the topic, up to 400 characters.
add-ask-text = Write the text itself.
add-ask-place = Where is it? Write the address or the village.
add-ask-day = When was it received? Tap or write: 20.11.2026 14:30

button-add-done = Bring in
button-add-channel = Channel
button-add-number = Number
button-add-topic = Topic
button-add-text = Text
button-add-place = Place
button-add-day = Date
button-add-skip = Skip
button-add-own-number = No number
button-message-files = Files

refusal-only-officers-add = Messages are brought in by the officers and the head (p. 3.4, 3.2). Forward it to them.
refusal-add-in-private = Messages are brought in in a private chat: in the group everyone would see them.
refusal-add-no-channel = Choose the message's channel.
refusal-add-no-words = A topic or a text is needed: without them no message is kept.
refusal-add-bad-day = The date cannot be read. Write it so: 20.11.2026 14:30
refusal-add-day-to-come = { DAY($moment) } at { TIME($moment) } is yet to come. Say when the message was received.
refusal-add-number-taken = { $channel } { $code } is there already. Open that message or change the number.
refusal-add-nothing-forwarded = What was forwarded has neither text nor a photo. Forward the whole post or type /add
