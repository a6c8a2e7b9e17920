# Proposals for the agenda, attached files
refusal-not-your-proposal = Seat { $seat } brought this proposal: only they may take it back (cl. 4.4.2).
refusal-proposal-is-postponed = The proposal is postponed already.
refusal-proposal-is-accepted = The proposal is in an agenda already.
refusal-proposal-is-declined = The proposal was declined already.
refusal-proposal-is-withdrawn = Whoever brought the proposal has taken it back.
refusal-attachment-too-large = The file is larger than { $limit } MB, which the bot does not take. Send a link or a smaller file.
refusal-attachments-too-many = { $limit } files are attached already, no more fit. Put the materials into one file.
