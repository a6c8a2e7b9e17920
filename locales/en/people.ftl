## People: greeting, help, roster, invitations, absences.

nothing-awaited = Cancelled: nothing is expected from you. What you can do: /help
not-understood = I did not understand: no words are expected now. Tap a button on a card above, or begin here.
repeat-mark = (repeated: the first one may not have arrived)

command-start = What is waiting for you
command-digest = Digest
command-meeting = Meeting
command-convene = Convene a meeting
command-roster = Roster
command-bind = Make the group the office’s chat
command-invite = Invite
command-absence = My absence
command-verify = Check a protocol
command-help = Help

start-heading = <b>{ WEEKDAYTITLE($day) }, { DAY($day) }</b> · { $name }
start-nothing = Nothing is waiting for you.
start-everything = Everything you can do:
start-head-away = You are away until { DAY($until) }. { $who ->
    [none] Nobody performs the head’s duties now (cl. 4.3).
   *[other] { $who } performs the duties (cl. 4.3).
} Back earlier? Withdraw the absence: /absence
start-unit = You receive protocols to carry out: { $unit }.
start-guest = You are invited to meetings: you see the agenda and speak, without a vote (cl. 4.5).
start-admin = You are the administrator: you invite people to seats and watch over the bot. Messages and votes are not shown to you.
start-messages = Overdue { $overdue }, due today { $today }
start-meeting = Meeting No. { $number } · { DAY($moment) }, { TIME($moment) }{ $answer ->
    [unasked] { "" }
    [here] { " " }· you are marked as present
    [gathering] { " " }· check-in is open
    [coming] { " " }· you are coming
    [not_coming] { " " }· you cannot come
   *[none] { " " }· you have not answered
}
start-meeting-open = Meeting No. { $number } is in progress
start-vote = Question { $item } is being voted on
start-protocol = Protocol No. { $number } is waiting for your signature
button-digest = Digest
start-ready = <b>Ready: { $done } of { $steps }</b>
start-step-group = { $done ->
    [yes] The office’s group is bound
   *[no] The office’s group is not bound
}
start-step-people = { $bound } of { $of } members have joined the bot
start-step-registry = { $done ->
    [yes] Registries are loaded
   *[no] No registry has been loaded yet
}
start-step-first-meeting = { $done ->
    [yes] The first meeting is convened
   *[no] The first meeting is not convened
}
start-how-group = Add the bot to the office’s group and write /bind there: meeting and voting cards will come there.
start-how-registry = Send a registry here as a file: XLSX, XLS, ODS or CSV. The bot shows what it understood and saves it when you tap “Apply”. Registries usually come from the officers.
button-step-group = Bind the group
button-step-people = Invite
button-step-registry = Load a registry
button-step-first-meeting = Convene
button-add-to-group = Add the bot to a group
button-hide = Hide

help-head = The head convenes and chairs meetings, sets the agenda and the participants (cl. 3.2), has the casting vote (cl. 4.6) and signs the protocol (cl. 4.7). Send registries as files.
help-head-away = While you are away somebody else performs the head’s duties (cl. 4.3): convening, chairing, inviting and signing are not yours now. Back earlier? Withdraw the absence: /absence
help-block-head = A block head answers for the deadlines of the block’s messages (cl. 3.3), takes part in meetings and votes (cl. 4.4.1). The digest comes every working day at 08:30.
help-officer = An officer imports the registries of their channels (cl. 3.4): send XLSX, XLS, ODS or CSV. In meetings an officer is a full member with a vote (cl. 4.4.1).
help-unit = A unit receives the protocol to carry out (cl. 4.7) and confirms receipt.
help-guest = A guest sees the agenda and may speak, but does not vote (cl. 4.5).
help-admin = The administrator invites people to seats; the head confirms each binding.
help-stranger = This bot is for members of the project office.

roster-heading = <b>The project office</b>, decree No. { $number } of { FULLDAY($day) }
roster-seat =
    { "" }
    <b>{ $seat }.</b> { $position }
    <i>{ $duty }</i>
    { $state ->
        [vacant] vacant
        [unbound] { $name } · no chat bound
       *[bound] { $name } ✓
    }{ $acting ->
        [yes] { "" } · acting head (cl. 4.3)
       *[no] { "" }
    }{ $away ->
        [yes] { "" } · away until { DAY($until) }
       *[no] { "" }
    }
roster-choose = Change a seat:
seat-page =
    <b>Seat { $seat }</b> · { $position }
    { $name }, since { FULLDAY($since) }{ $bound ->
        [yes] { "" } · chat bound
       *[no] { "" } · no chat bound
    }
seat-page-vacant =
    <b>Seat { $seat }</b> · { $position }
    Vacant.
button-replace = { $vacant ->
    [yes] Invite
   *[no] Replace
}
button-unbind = Unbind the chat
button-vacate = Vacancy
confirm-vacate = Record seat { $seat } as vacant? { $name }: the term ends now, from this minute they are absent from a meeting in progress, and the chat is unbound.
confirm-unbind = { $name }, seat { $seat }: unbind the chat? The roster stays as it is, but the bot will no longer answer in that chat.
toast-vacated = Seat { $seat } is vacant. The quorum does not change: it is counted from the established number (cl. 4.3.1).
toast-unbound = { $name }: the chat is unbound.
group-bound = This group is now the office’s chat: meeting and voting cards will come here.
topic-bound = This topic is now the office’s chat: meeting and voting cards will come here.
group-greeting = Hello. To make this group the office’s chat, the head writes { $command } here; in a group with topics, in the topic where the cards should go. If there are other bots in the group, write the command in full, with the bot’s name.

invitations-heading = <b>Invitations</b> · { $bound } of { $seats } have joined
invitations-seat = { $seat } · { $who } · { $state ->
    [bound] ✓
    [replacing] ✓ · somebody new invited until { DAY($until) }
    [waiting] waiting to be confirmed
    [invited] invited until { DAY($until) }
   *[free] not invited yet
}
invitations-others = Also waiting to be confirmed: { $names }
invite-words = You are invited to { $office }, seat { $seat }: { $title }. Open the link and write your surname, first name and patronymic.
button-share-link = ↗ { $seat } · { $title }
button-invite-link = Invite { $seat } · { $title }
button-invite-everybody = Invite all: { $count }
button-confirm-everybody = Confirm all: { $count }
button-reject = Decline
toast-links = { $count ->
    [one] The link is ready: tap “↗” and choose who gets it.
   *[other] { $count } links are ready: tap “↗” and choose who gets each.
}
toast-bound-several = Confirmed: { $count }.
start-no-head = The head has not been invited yet: begin with seat { $seat }
start-claims = Waiting for you to confirm: { $count }
confirm-refuse-claim = Decline this claim? The person will be told, and the link will stop working.
refusal-nobody-waits = Nobody is waiting to be confirmed.
invited-mended = Noted: { $name }. The claim is waiting to be confirmed.
invite-choose-unit = Which unit?
button-invite-unit = Unit
button-invite-as-guest = Guest
invite-link =
    You are invited to { $office }: { $kind ->
        [seat] seat { $seat }, { $title }
        [unit] the unit “{ $title }”
       *[guest] a meeting, without a vote (cl. 4.5)
    }.
    Open the link and write your surname, first name and patronymic:
    { $link }
    The link works once, until { DAY($until) }, { TIME($until) }.
button-revoke = Revoke
invited-ask-name = { $kind ->
    [guest] You are invited to a meeting, without a vote (cl. 4.5).
   *[other] You are invited: { $place }.
} Write your full name.
invited-ask-assistant = { $who } invites you to be their assistant. Write your full name.
invited-ask-position = Write your position or whom you represent.
invited-wait = Thank you, { $name }. The claim is waiting to be confirmed; the bot will tell you when it is. If the name is wrong, write it again.
place-seat = seat { $seat }
place-unit = unit “{ $title }”
place-guest = invitation to a meeting
claim = <b>Claim</b>: { $name } — { $place }
claim-replaces = The seat is now held by { $name }: that term ends once you confirm.
claim-claimed = Waiting to be confirmed.
claim-confirmed = ✓ Confirmed.
claim-refused = Declined.
claim-revoked = The invitation has been revoked.
claim-open = Waiting for the name.
claim-refused-you = The claim was not confirmed. If this is a mistake, ask for a new link.
bound-you = Done: { $place ->
    [seat] you hold seat { $seat } — { $position }
    [unit] you receive the unit’s protocols
    [assistant] you assist { $who }
   *[guest] you are invited to a meeting
}.
unbound-you = Your chat is no longer bound to the project office. If this is a mistake, ask for a new invitation.
unbound-card = This chat is no longer connected to the project office, and the card has been wiped.
toast-bound = Confirmed; the chat is bound.
toast-revoked = The invitation is revoked.

absence-heading = { $count ->
    [0] No absence is recorded.
   *[other] Recorded absences:
}
absence-line = { $days ->
    [1] { FULLDAY($first) }
   *[other] { FULLDAY($first) } to { FULLDAY($last) }
}
absence-of-head = While you are away { $who } performs the head’s duties (cl. 4.3).
absence-choose-first = First day of the absence:
absence-choose-last = Away from { DAY($first) }. Last day:
button-absence-new = Record an absence
button-withdraw = Withdraw: { $days ->
    [1] { SHORTDAY($first) }
   *[other] { SHORTDAY($first) } – { SHORTDAY($last) }
}
toast-absence = Noted: { $days ->
    [1] { DAY($first) }
   *[other] { DAY($first) } to { DAY($last) }
}.
toast-absence-withdrawn = The absence is withdrawn.
acting-will-be = The head is away { $days ->
    [1] on { DAY($first) }: on that day
   *[other] from { DAY($first) } to { DAY($last) }: on these days
} you perform the head’s duties (cl. 4.3) — convening, chairing, the casting vote, the signature.
acting-no-more = The head’s absence { $days ->
    [1] on { DAY($first) }
   *[other] from { DAY($first) } to { DAY($last) }
} is withdrawn: the head performs the duties again (cl. 4.3).

month-title = { SHORTMONTH($month) }
week-days = Mo Tu We Th Fr Sa Su

refusal-stranger = This bot is for members of the project office. If you were invited, open the link from the invitation.
refusal-card-outdated = This card is outdated: the new one is further down in the chat; if there is none, send /start
card-renewed = The card was out of date and has been renewed: look and tap again.
refusal-members-only = This is for members of the project office (cl. 4.4). What you can do: /help
refusal-nobody-heads = The head and the acting head are both away, and the Regulation names nobody else (cl. 4.3). Wait until one of them is back.
refusal-head-is-away = You are away until { DAY($until) }, { $who } performs the duties (cl. 4.3). Back earlier? Withdraw the absence: /absence
refusal-head-only = { $act ->
    [convene] Only the head convenes meetings (cl. 3.2). Ask { $who }.
    [invite] Only the head invites people (cl. 3.2). Ask { $who }.
    [roster] The head changes the roster by a decree (cl. 3.1, 3.2).
    [agenda] The head sets the agenda (cl. 3.2). Propose a question: /propose
    [statistics] Only the head sees members’ participation (cl. 3.2).
    [bind] The head binds the group (cl. 3.2).
    [request] The head asks for materials (cl. 3.2, 3.3): { $who }.
    [recommend] The head keeps the register of recommendations (cl. 3.2): { $who }.
    [centre] The head keeps the requests to and from the centre (cl. 3.2): { $who }.
    [task] The head accepts completed tasks (cl. 3.2): { $who }.
    [publish] Posts for citizens are confirmed by the head (cl. 2.2.3, 3.2): { $who }.
    [channel] The public channel is bound by the head (cl. 2.2.3, 3.2): { $who }.
   *[chair] The head or the acting head chairs the meeting: { $who } (cl. 3.2, 4.3).
}
refusal-only-head-confirms = The head confirms claims (cl. 3.2).
refusal-nobody-confirms = Nobody can confirm the claim now. Ask the bot’s administrator.
refusal-bind-in-group = Write { $command } in the group that is to become the office’s chat; in a group with topics, in the right topic.
refusal-seat-is-vacant = Seat { $seat } is already vacant.
refusal-seat-is-unbound = No chat is bound to seat { $seat }.
refusal-bad-name = Write your full name in letters, two to four words.
refusal-already-bound = This chat is already bound to the office: { $place ->
    [seat] seat { $seat }
    [unit] a unit
    [assistant] assistant of { $who }
   *[guest] a guest
}. One chat, one place.
refusal-invitation-unknown = The invitation was not found. Ask for a new link.
refusal-invitation-open = Nobody has used this invitation yet.
refusal-invitation-claimed = This invitation is already waiting to be confirmed.
refusal-invitation-confirmed = The invitation has been used. Ask for a new link.
refusal-invitation-refused = The claim made with this invitation was declined. Ask for a new link.
refusal-invitation-revoked = The invitation was revoked. Ask for a new link.
refusal-invitation-taken = Someone else has used this link. Ask for your own.
refusal-invitation-waits = Your claim is waiting to be confirmed; the bot will tell you when it is. If the name is wrong, write it again.
refusal-invitation-unnamed = { $asked ->
    [guest-position] You are invited; it only remains to say who you are: write your position, or whom you represent.
   *[full-name] You are invited; it only remains to say who you are: write your last name, first name and patronymic.
}
refusal-invitation-expired = The invitation has expired. Ask for a new link.
refusal-absence-backwards = The last day is before the first.
refusal-absence-is-past = These days have passed.
refusal-absence-overlaps = Overlaps a recorded absence: { $days ->
    [1] { SHORTDAY($first) }
   *[other] { SHORTDAY($first) } – { SHORTDAY($last) }
}. Withdraw that one and record it again.

## Contacts of units, guests, and groups that are not the office's.

refusal-foreign-group = This group is not the office’s chat, so nothing is shown here. Write the command in the private chat with the bot or in the office’s group; the head can make this group the office’s chat: /bind

button-contacts = Contacts and guests · { $count }
contacts-heading = <b>Contacts of units and guests · { $count }</b>
contacts-line = { $name } · { $place }
button-contact = Unbind: { $name }
confirm-unbind-contact = Unbind the chat of { $name } ({ $place })? The bot stops answering there at once{ $unit ->
    [yes] ; the unit’s papers and tasks wait for another contact
   *[no] { "" }
}.
toast-unbound-contact = The chat is unbound: { $place }.

## Assistants: naming, drafts to be confirmed.

command-assistant = My assistant

assistants-heading = { $count ->
    [0] <b>No assistant.</b> An assistant prepares drafts for you. Only you check in, vote, sign and confirm (cl. 4.4.1).
   *[other] <b>Your assistant</b> prepares drafts; you confirm:
}
assistants-line = · { $name }
assistant-link =
    You are invited to assist { $holder }. An assistant prepares drafts; the person they assist confirms them.
    Open the link and write your surname, first name and patronymic:
    { $link }
    The link works once, until { DAY($until) }, { TIME($until) }.
confirm-remove-assistant = Remove the assistant { $name }? The bot stops answering them at once.
place-assistant = assistant of { $who }
assistant-asks = Your assistant has prepared this draft. “Confirm” sends it in your name.
assistant-waits = Waiting for the person you assist.
assistant-confirmed = Confirmed: { $what }
assistant-declined = Not confirmed: { $what }
assistant-meeting = meeting on { DAY($moment) }, { $question }
start-assistant = You assist { $assisted }: you prepare drafts, they confirm them.
start-head-assistant = You assist the head, { $assisted }: you prepare meetings and questions, they confirm them.
help-assistant = An assistant prepares drafts: proposals for the agenda, for the head meetings as well (/convene), for an officer registries (send the file here). Whoever they assist confirms them. Assistants never check in, vote, sign or confirm (cl. 4.4.1).
secretary-asks = The secretary has prepared this agenda. “Confirm” sends it to the participants in your name.
start-secretary = You keep the protocols of meetings: you prepare agendas (/convene), word “heard” and “spoke” before the signing, and countersign.
help-secretary = The secretary prepares meetings (/convene): a draft goes to be confirmed by whoever performs the head’s duties. Before the signing they word “heard” and “spoke”, and countersign the protocol with “Sign” (cl. 4.7).
help-head-assistant = The head’s assistant prepares meetings (/convene) and proposals; a draft goes to be confirmed. Assistants never check in, vote, sign or confirm (cl. 3.2, 4.4.1).

button-invite-assistant = Name an assistant
button-remove-assistant = Remove: { $name }
button-submit = Send for confirmation

toast-submitted = Sent to { $who } for confirmation.
toast-assistant-removed = The assistant is removed.

refusal-assistant-prepares = An assistant prepares drafts but does not check in, vote, sign or confirm: { $who } does (cl. 4.4.1).
refusal-only-holder-confirms = An assistant is confirmed by the person who named them.
refusal-holder-without-chat = { $who } has no chat with the bot: nobody can confirm the draft.
refusal-draft-unfinished = The draft is not ready: it needs a date, a question and participants (cl. 3.2).
refusal-draft-of-another = This draft is not yours. Start your own: /convene

## Settings: quiet hours.

command-settings = Settings

settings-no-quiet = <b>No quiet hours.</b> Notices come at any time, without a sound outside working hours unless they are urgent. Choose hours and notices will wait for their end; votes, the reminder an hour before a meeting and answers to what you do come at once.
settings-quiet = <b>Quiet hours: { $begin }–{ $end }.</b> Notices wait for their end; votes, the reminder an hour before a meeting and answers to what you do come at once.
settings-ask-hours = Write the quiet hours, for example 22:30–06:45.
settings-language = { $language ->
    [en] <b>Language: English.</b>
   *[ru] <b>Language: Russian.</b>
} Cards, menu and answers use this language; notices to others and documents stay in the office’s.
button-language-ru = По-русски
button-language-en = In English
button-own-hours = My own hours
button-no-quiet = No quiet hours

toast-settings = Noted.

refusal-hours-unreadable = The hours cannot be read. Write, for example, 22:30–06:45.

## Who gets no messages; what did not work.

unreachable-heading = <b>Gets no messages:</b> { $who }
unreachable-since = Since { DAY($since) }, { TIME($since) } · { $count } waiting
unreachable-help-person = The bot is blocked, or the chat with it was never started. Ask the person to open the chat and press “Start”: everything that has been waiting will arrive in order.
unreachable-help-group = The bot is not in the group, may not write there, or the topic is closed. Add the bot to the group again, reopen the topic or write /bind in another one: everything that has been waiting will arrive in order.
unreachable-back = Can be reached again: { $who }. Was unreachable since { DAY($since) }, { TIME($since) }; what was waiting has been sent.
unreachable-group = the office’s group
unreachable-former = somebody who has left the office
file-too-large-to-send = The file is larger than the messenger allows, so it was not sent. Choose a shorter period or ask the administrator.
file-cannot-be-sent = The file cannot be sent now: the bot failed, and the administrator will see it in the log. Ask for the file again.
update-lined-up = You tap faster than I can keep up: everything will be done in order.
database-read-only = Nothing can be written now: the database is read-only. What you wrote or tapped will count once this is fixed; the administrator knows.
database-full = Nothing can be written now: the server’s disk is full. What you wrote or tapped will count once there is room; the administrator knows.
update-parked = It did not work just now. I will try again a few times; there is no need to repeat it.
update-set-aside = It did not work: the program failed on your message or tap { $tries ->
    [one] { $tries } time
   *[other] { $tries } times
}. Nothing was written. The administrator was told, case number { $id }.
update-set-aside-admin = Update No. { $id } was set aside: { $failure }, tries { $tries }. The program’s log has the details under this number.
cli-unreachable = Chats that get no messages: { $count }. Waiting messages will go out once the bot is allowed there again.
