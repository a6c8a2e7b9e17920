# Assistants: naming, drafts to be confirmed.

command-assistant = My assistant

assistants-heading = { $count ->
    [0] <b>No assistant.</b> An assistant prepares drafts for you: meetings, questions, proposals, registries. Only you check in, vote, sign and confirm (cl. 4.4.1).
   *[other] <b>Your assistant</b> prepares drafts; you confirm:
}
assistants-line = · { $name }
assistant-link =
    A link for the assistant: { $link }
    It works once, until { DAY($until) }, { TIME($until) }. Forward it; confirm the claim when the assistant has given their name.
confirm-remove-assistant = Remove the assistant { $name }? The bot stops answering them at once.
place-assistant = assistant of seat { $seat }
assistant-asks = Your assistant has prepared this draft. Confirm it in your name?
assistant-waits = Waits for the word of whom you assist.
assistant-confirmed = Confirmed: { $what }
assistant-declined = Not confirmed: { $what }
assistant-meeting = meeting on { DAY($moment) }, { $question }
start-assistant = <b>{ $name }</b>, you assist seat { $seat }: you prepare drafts, they confirm them.
start-head-assistant = <b>{ $name }</b>, you assist the head (seat { $seat }): you prepare meetings and questions, they confirm them.
help-assistant = An assistant prepares proposals for the agenda, an officer's assistant registries as well: send the file here. A draft goes to be confirmed. Assistants never check in, vote, sign or confirm (cl. 4.4.1).
help-head-assistant = The head's assistant prepares meetings (/convene) and proposals; a draft goes to be confirmed. Assistants never check in, vote, sign or confirm (cl. 3.2, 4.4.1).

button-invite-assistant = Name an assistant
button-remove-assistant = Remove: { $name }
button-submit = Send to be confirmed

toast-submitted = Sent to seat { $seat } to be confirmed.
toast-assistant-removed = The assistant is removed.

refusal-assistant-prepares = An assistant prepares drafts but does not check in, vote, sign or confirm: seat { $seat } does (cl. 4.4.1).
refusal-assistant-in-private = Assistants are named in the private chat with the bot.
refusal-only-holder-confirms = An assistant is confirmed by whoever named them.
refusal-holder-without-chat = Seat { $seat } has no chat with the bot: nobody can confirm the draft.
refusal-draft-unfinished = The draft is not ready: it needs a date, a question and participants (cl. 3.2).
refusal-draft-of-another = This draft is not yours. Begin your own: /convene
