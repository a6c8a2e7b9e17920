# Proposals for the agenda, attached files

command-propose = Propose a question
command-proposals = Proposals

proposal-draft-heading = <b>A proposal for the agenda</b> · draft (cl. 4.4.2)
proposal-heading = <b>Proposal { $id }</b> · { $who }
proposal-question = Question: { $text }
proposal-ground = Grounds: { $text }
proposal-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}: { $names }
prepared-by-secretary = Prepared by the secretary { $name }
prepared-by = Prepared by the assistant { $name }
proposal-waiting = { $reader ->
    [head] Waiting for your decision
   *[other] Waiting for the head
} (cl. 3.2).
proposal-postponed = Left for later meetings (cl. 3.2).
proposal-accepted = Accepted for the agenda { $number ->
    [0] of the meeting in preparation
   *[other] of meeting No. { $number }
} (cl. 3.2).
proposal-declined = Declined: { $reason } (cl. 3.2)
proposal-withdrawn = Withdrawn.
proposal-draft = Draft.
proposal-ask-question = Write the question in one message, for example “Clearing snow in courtyards”.
proposal-ask-decision = Write the draft decision. It may be left out.
proposal-ask-ground = Write the grounds: figures, dates, numbers of appeals.
proposal-ask-reason = Write why you are declining: the author will read the reason.
proposal-choose-meeting = For which meeting’s agenda?
proposal-choose-part = What do you want to change? Until there is a decision, the head sees the new wording at once.
proposal-changed = { $name } has changed proposal { $id }: { $what ->
    [question] the question
    [decision] the draft decision
   *[ground] the grounds
}. { $question } — /proposals
proposal-confirm-discard = Delete the draft?
proposal-confirm-withdraw = Withdraw the proposal?
proposals-queue = <b>Proposals for the agenda</b> { $count ->
    [0] { "" }
        No proposals yet. Members submit them (cl. 4.4.2), you set the agenda (cl. 3.2).
   *[other] · waiting for you: { $count } (cl. 3.2)
}
proposals-mine = <b>Your proposals</b> { $count ->
    [0] { "" }
        None yet. Every member may propose a question (cl. 4.4.2).
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
    [withdrawn] withdrawn
   *[waiting] waiting
}
proposal-accepted-you = Your proposal { $id } is on the agenda { $convened ->
    [yes] of meeting No. { $number }, { DAY($moment) } at { TIME($moment) }
   *[no] of the meeting in preparation
}: { $question }
proposal-postponed-you = Your proposal { $id } is postponed and stays in the queue: { $question }
proposal-declined-you =
    Your proposal { $id } is declined: { $question }
    Reason: { $reason }

files-ask = Send files here: documents or photos, up to ten, 20 MB each. “Back” when done.
file-caption = { $heading } · { $number } of { $count }
file-expected = Waiting for a file: a document or a photo. Changed your mind? “Back” on the card above.

button-proposal-question = Question
button-proposal-decision = Draft decision
button-proposal-ground = Grounds
button-proposal-files = Files
button-proposal-bring = Submit
button-proposal-edit = Change
button-proposal-withdraw = Withdraw
button-proposal-accept = Add to the agenda
button-proposal-later = Postpone
button-proposal-decline = Decline
button-propose = Propose a question
button-proposals = Proposals
start-proposals = Proposals waiting for your decision: { $count }
button-take-off = Remove
button-into-meeting = Meeting No. { $number }, { DAY($moment) }
button-into-new-meeting = A new meeting
button-take-proposal = { $name } · { $question }

toast-proposal-brought = Proposal { $id } is submitted; the head sees it.
toast-proposal-own = Proposal { $id } is submitted. Choose its agenda on the card.
toast-proposal-waits-for-head = The proposal is submitted. Nobody stands in for the head now (cl. 4.3): they will see it on their return.
toast-proposal-withdrawn = The proposal is withdrawn.
toast-proposal-accepted = Accepted: question { $item } of the agenda.
toast-proposal-postponed = Postponed, it stays in the queue.

refusal-no-such-proposal = There is no such proposal. The list: /proposals
refusal-proposal-without-question = Write the question itself first.
refusal-proposal-is-draft = This proposal has not been submitted yet.
refusal-proposal-is-waiting = The proposal has been submitted and is waiting for the head.
refusal-no-files = There are no files.
refusal-not-your-proposal = This proposal is { $who }’s: only its author may change or withdraw it (cl. 4.4.2).
refusal-proposal-is-postponed = The proposal is already postponed.
refusal-proposal-is-accepted = The proposal is already on an agenda.
refusal-proposal-is-declined = The proposal has already been declined.
refusal-proposal-is-withdrawn = The author has withdrawn the proposal.
refusal-attachment-too-large = The file is larger than { $limit } MB, the most the bot takes. Send a link or a smaller file.
refusal-attachments-too-many = { $limit } files are attached already; that is the most. Put the materials into one file.
