# Wording a protocol anew before it is signed (cl. 4.7).

button-reword = Correct wording
button-reword-heard = Heard
button-reword-spoke = Spoke
button-reword-decided = Decided

reword-which = The wording of which item? Attendance, votes and results do not change.
reword-item = { $number }. { $question }
reword-question = <b>Item { $number }.</b> { $question }
reword-now-heard = <b>Heard:</b> { $words }
reword-now-spoke = <b>Spoke:</b> { $words }
reword-now-decided = <b>Decided:</b> { $words }
reword-ask-heard = Item { $number }, “heard”. Send the new text in one message; “—” leaves it empty. Now:
reword-ask-spoke = Item { $number }, “spoke”. Send the new text in one message; “—” leaves it empty. Now:
reword-ask-decided = Item { $number }, “decided”. Send the new text in one message. Now:
reword-difference-heard = Item { $number }, “heard”: what will change
reword-difference-spoke = Item { $number }, “spoke”: what will change
reword-difference-decided = Item { $number }, “decided”: what will change
reword-confirm = What is struck goes, what is underlined comes. The protocol becomes version { $version } with a new SHA-256.
reword-making = Version { $version }: the documents are being made.
toast-reworded = Protocol No. { $number }: version { $version }.

refusal-words-same = The text is the same, there is nothing to change.
refusal-words-too-long = The text has { $length } characters, { $limit } fit. Shorten it and send it again.
refusal-words-of-decision = Item { $item } was adopted, its text cannot be empty (cl. 4.7 of the Regulation). Send a new text.
