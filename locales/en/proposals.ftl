# Proposals for the agenda, attached files

command-propose = Propose a question
command-proposals = Proposals

proposal-draft-heading = <b>A proposal for the agenda</b> · draft (cl. 4.4.2)
proposal-heading = <b>Proposal { $id }</b> · seat { $seat }, { $name }
proposal-question = Question: { $text }
proposal-ground = Ground: { $text }
proposal-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}: { $names }
prepared-by-secretary = Prepared by the secretary { $name }
prepared-by = Prepared by the assistant { $name }
proposal-waiting = { $reader ->
    [head] Waits for your word
   *[other] Waits for the head
} (cl. 3.2).
proposal-postponed = Left for later meetings (cl. 3.2).
proposal-accepted = Taken into the agenda { $number ->
    [0] of the meeting in preparation
   *[other] of meeting No. { $number }
} (cl. 3.2).
proposal-declined = Declined: { $reason } (cl. 3.2)
proposal-withdrawn = Taken back.
proposal-draft = Draft.
proposal-ask-question = Write the question in one message, for example “Clearing snow in courtyards”.
proposal-ask-decision = Write the draft decision. It may be left out.
proposal-ask-ground = Write the ground: figures, dates, numbers of appeals.
proposal-ask-reason = Write why you decline: whoever brought it will read the reason.
proposal-choose-meeting = Into which meeting's agenda?
proposal-choose-part = What is to change? Until it is decided on, the head sees the new words at once.
proposal-changed = { $name } has changed proposal { $id }: { $what ->
    [question] the question
    [decision] the draft decision
   *[ground] the reasons
}. { $question } — /proposals
proposal-confirm-discard = Delete the draft?
proposal-confirm-withdraw = Take the proposal back?
proposals-queue = <b>Proposals for the agenda</b> { $count ->
    [0] { "" }
        Nobody has proposed anything. Members bring proposals (cl. 4.4.2), you set the questions (cl. 3.2).
   *[other] · { $count } wait for you (cl. 3.2)
}
proposals-mine = <b>Your proposals</b> { $count ->
    [0] { "" }
        None yet. Every member may bring a question before the office (cl. 4.4.2).
   *[other] · { $count }
}
proposals-line = <b>{ $id }</b> · { $name } · { $question }{ $state ->
    [postponed] { " · postponed" }
   *[waiting] { "" }
}
proposals-own-line = <b>{ $id }</b> · { $question } · { $state ->
    [postponed] postponed
    [accepted] accepted
    [declined] declined
    [withdrawn] taken back
   *[waiting] waits
}
proposal-accepted-you = Your proposal { $id } is taken into the agenda { $convened ->
    [yes] of meeting No. { $number }, { DAY($moment) } at { TIME($moment) }
   *[no] of the meeting in preparation
}: { $question }
proposal-postponed-you = Your proposal { $id } is postponed and stays in the queue: { $question }
proposal-declined-you =
    Your proposal { $id } is declined: { $question }
    Reason: { $reason }

files-ask = Send files here: documents or photos, up to ten, 20 MB each. “Back” when done.
file-caption = { $heading } · { $number } of { $count }
file-expected = A file is awaited: a document or a photo. Changed your mind? “Back” on the card above.

button-proposal-question = Question
button-proposal-decision = Draft decision
button-proposal-ground = Ground
button-proposal-files = Files
button-proposal-bring = Bring
button-proposal-edit = Change
button-proposal-withdraw = Take back
button-proposal-accept = Into the agenda
button-proposal-later = Postpone
button-proposal-decline = Decline
button-propose = Propose a question
button-proposals = Proposals
start-proposals = Proposals that wait for your word: { $count }
button-take-off = Remove
button-into-meeting = Meeting No. { $number }, { DAY($moment) }
button-into-new-meeting = A new meeting
button-take-proposal = { $name } · { $question }

toast-proposal-brought = Proposal { $id } is brought, the head sees it.
toast-proposal-own = Proposal { $id } is brought. Choose its agenda on the card.
toast-proposal-waits-for-head = The proposal is brought. Nobody stands in for the head now (cl. 4.3): they will see it when back.
toast-proposal-withdrawn = The proposal is taken back.
toast-proposal-accepted = Accepted: question { $item } of the agenda.
toast-proposal-postponed = Postponed, it stays in the queue.

refusal-no-such-proposal = There is no such proposal. The list: /proposals
refusal-proposal-without-question = Write the question itself first.
refusal-proposal-is-draft = This proposal is not brought yet.
refusal-proposal-is-waiting = The proposal is brought already and waits for the head.
refusal-no-files = There are no files.
refusal-not-your-proposal = { $who } brought this proposal, and only its author may change it or take it back (cl. 4.4.2).
refusal-proposal-is-postponed = The proposal is postponed already.
refusal-proposal-is-accepted = The proposal is in an agenda already.
refusal-proposal-is-declined = The proposal was declined already.
refusal-proposal-is-withdrawn = Whoever brought the proposal has taken it back.
refusal-attachment-too-large = The file is larger than { $limit } MB, which the bot does not take. Send a link or a smaller file.
refusal-attachments-too-many = { $limit } files are attached already, no more fit. Put the materials into one file.
