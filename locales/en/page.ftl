## The office's own page.

command-page = The office’s own page
page-link = A link to the office’s page: it works once, only for you, within ten minutes. Do not pass it on.
button-page = Open the page
refusal-page-off = The office has no page of its own: open the applicant, the address and the whole text in the source system. An administrator can turn the page on (BOT_PAGE).

page-to-content = Skip to the content
page-menu = Sections
page-admin = Administrator
page-leave = Leave
page-footer = Decree No. { $number } of { FULLDAY($day) }. The page stands on the office’s own server and passes nothing on to others.
page-room-roster = Roster
page-room-profile = Profile

page-outside-title = The project office’s page
page-outside = You need a one-time link: write /page to the bot and open what it sends. There are no passwords and no registration.
page-enter-title = Entering the office’s page
page-enter = The link works once. The page closes by itself after an hour of inactivity; open it only on your own device.
page-enter-button = Enter
page-refused-title = It did not work
page-to-start = To the start

refusal-page-link-old = The link has been used or is too old: it works once, for ten minutes. Write /page to the bot and open the new one.
refusal-page-enter = Sign in first: write /page to the bot and open the link it sends. If you were signed in, an hour passed without activity or your chat was unbound.
refusal-page-not-for-you = This section is not for your role.
refusal-page-nothing-there = There is no such page.
refusal-page-wait = Too many wrong attempts from your address. Wait a minute.
refusal-page-form-old = The form is out of date: open the page again and repeat. Nothing was changed.

page-status-400 = What was sent could not be read. Open the page anew and try again; try another name for the file. Nothing has changed.
page-status-403 = The form was not sent from this page. Open the office’s page anew and try again. Nothing has changed.
page-status-408 = Sending took too long and was broken off. Check the connection and try again. Nothing has changed.
page-status-411 = How much was sent is not known. Open the page anew and try again. Nothing has changed.
page-status-413 = More was sent than is taken here. Split the file and try again. Nothing has changed.
page-status-500 = It did not work: an error of the program, noted in its log. Try again; if that does not help, tell the administrator.
page-status-503 = The database cannot be reached right now. Try again in a minute.

page-roster-lead = Seats by the decree: { $seats } (cl. 3.1). A person is replaced and an absence recorded in the chat: /roster, /absence.
page-column-seat = Seat
page-column-position = Position
page-column-holder = Who
page-column-state = Now
page-vacant = vacant
page-unbound = no chat bound
page-absent = away until { DAY($until) }
page-acting = acting head
page-heads = heads the office

page-profile-lead = The office’s rules by decree No. { $number } of { FULLDAY($day) }. They are changed by the profile’s file on the server (BOT_PROFILE).
page-profile-city = Town, time
page-profile-hours = Working hours (lunch)
page-profile-digest = Digest at
page-profile-quorum = Quorum
page-quorum = at least { $needed } of { $established } (cl. 4.3.1)
page-profile-channels = Channels and terms
page-profile-blocks = Blocks and units
page-profile-units = Units
page-profile-topics = Topics and blocks: { $count }
page-column-channel = Channel
page-column-term = Term
page-column-source = Source
page-column-block = Block
page-column-topic = Topic
page-rule = { $unit ->
    [hours] { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
    [working_hours] { $count ->
        [one] { $count } working hour
       *[other] { $count } working hours
    }
    [working_days] { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
   *[calendar_days] { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
} { $from ->
    [registered] from registration
   *[received] from receipt
}

page-room-messages = Messages
page-find = Find
page-find-hint = a number, words of the topic or the text
page-filter-section = State
page-filter-block = Block
page-filter-channel = Channel
page-filter-unit = Unit
page-filter-topic = Topic
page-any = all
page-number = { $count }
page-sorting = Order
page-sorting-term = urgent first
page-sorting-term-last = urgent last
page-sorting-received = oldest first
page-sorting-received-last = newest first
page-sorting-state = by state
page-sorting-topic = by topic
page-sorting-block = by block
page-sorting-unit = by unit
page-sorting-channel = by channel
page-sorting-number = by number
page-too-many-to-arrange = At most { $limit } messages are put in this order, and more were found: narrow the filters. For now the order is the usual one.
page-more-filters = More filters: day of receipt, outcome, settlement, reason
page-received-from = Received from
page-received-to = to
page-counts-as = Outcome as of today
page-counts-as-counted = counted in figures
page-counts-as-on-time = answered on time
page-counts-as-late = answered late
page-counts-as-overdue = overdue, no answer
page-counts-as-waiting = open, within its term
page-counts-as-behind = late or overdue
page-counts-as-unexplained = behind without a reason
page-show = Show
page-clear = Clear
page-found = Found: { $count }{ $more ->
    [yes] +
   *[no] { "" }
}
page-tick-all = Tick all on this page
page-tick = Tick No. { $number }
page-ticked = Ticked: { $count }
page-ticked-acts = What to do with those ticked
page-changed = recorded
page-untick = Untick all
page-edit = Change
refusal-page-too-many-ticked = Tick at most { $limit } at a time.
page-ticked-hint = With those ticked:
page-column-standing = State
page-column-deadline = Due
page-column-message = Message
page-column-unit = Unit
page-column-received = Received
page-day = { SHORTDAY($moment) }
page-moment = { FULLDAY($moment) }{ CLOCK($moment, ", ") }
page-no-topic = no topic
page-no-block = not assigned
page-presumed = presumed
page-stands-overdue = overdue by { $late }
page-stands-today = due today
page-stands-soon = due soon
page-stands-later = open
page-stands-answered = answered
page-stands-answered-late = answered late by { $late }
page-give-block = Give to the block
page-give-unit = Give to the unit
page-give-reason = Record the reason
page-reason = Reason for the delay
page-own-reason = in my own words
page-own-words = Own words
page-answered-now = Answered now
page-answered = Answered
page-answered-at = When (empty: now)
page-first = To the beginning
page-onward = Next
page-table = Whole list, XLSX
page-table-whole = All with addresses and links, XLSX
page-keys = Keys: “/” searches, “j” and “k” go to the next and the one before, “x” ticks, “b”, “u” and “r” change the row’s block, unit and reason, Enter keeps, Esc leaves, “?” shows this line.
page-keys-on = Keys are on
page-applicant = Applicant
page-place = Address
page-url = Link
page-looked = This view is recorded in the office’s audit log.
page-look-hint = Each view is recorded in the office’s audit log.
page-hidden = Name, address and other personal data are hidden: the office’s profile does not show them to every seat.
page-history = What happened
page-facts = Facts
page-settlement = Settlement
page-acts = What to do
page-done-answered = The answer is recorded.
page-done-block = The block is recorded.
page-done-unit = The unit is recorded.
page-done-reason = The reason is recorded.
page-acted-title = Ticked messages
page-acted = Done: { $count }
page-acted-left = Not done: { $count }
page-back = Back to the list
refusal-page-left-list = No longer in this list: somebody acted on it while the list was open.
refusal-page-none-ticked = Nothing is ticked: tick messages on the left and repeat.
refusal-page-form-unread = The form was not read: go back and fill it in again. Nothing was changed.

page-verify-title = Check a document
page-verify-file = Drop the PDF file here: it is compared with what was signed, and kept nowhere
page-verify-button = Check the file
page-verify-code = Or the code printed beside the QR code
page-verify-by-code = Check the code
page-verify-lead = The code shows whose record it is and who signed it; only the file itself can show that it is unaltered.
page-invited-title = You are invited
page-invited = { $office }. Open the invitation in the messenger: it works once, and the head confirms the name and the seat.
page-invited-telegram = Open in Telegram
refusal-page-code-unknown = There is no record with this code. Check that it was copied in full: digits and letters a–f.

page-room-files = Imports
page-drop = Drop a channel’s export here: XLSX, XLS, ODS, CSV
page-read-file = Read the file
page-drop-hint = Nothing is written until you press “Apply”. The file stays on the office’s server and is erased once applied.
page-files-recent = Recent files
page-column-file = File
page-column-rows = Rows
page-file-received = waiting to be read
page-file-reading = being read
page-file-asking = an answer is needed
page-file-ready = read, not applied
page-file-applying = being imported
page-file-at-keyboard = being imported by a command
page-file-applied = imported
page-file-undoing = being undone
page-file-undone = undone
page-file-cancelled = cancelled, nothing was written
page-file-refused = not read
page-file-waits = Working.
page-look-again = Look again
page-rows-new = new
page-rows-changed = changed
page-rows-same = unchanged
page-rows-unreadable = not read
page-rows-unassigned = not assigned
page-rows-gone = open here but not in the file
page-rows-gone-list = Open here but not in the file: { $count }
page-become-overdue = will be overdue
page-became-overdue = overdue
page-became-answered = answered
page-became-open = open
page-to-messages = Open the messages
page-to-unassigned = Assign
page-channel-not-chosen = not chosen
page-file-put-in = { $count } of { $of } loaded.
page-file-asks = Questions about the file: { $count }.
page-file-to-questions = Answer
page-read-again = Read again
page-mapping = How to read the file
page-mapping-lead = Above each column stands what it is taken for. Correct it and read the file again: the answer is kept for the channel.
page-column-is = What is in the column “{ $header }”
page-field-other = read as it is
page-dates = Order in dates
page-dates-hint = Decides where the file does not show it: “05/11/2026”. A date with dots begins with its day, unless the file itself shows the contrary.
page-dates-seen = as the file shows
page-not-answered = not answered
page-understood = As understood
page-conflicts = Conflicts with the export: { $count }
page-conflicts-lead = Until the export’s version is taken, what was done here stays.
page-column-ours = Here
page-column-theirs = In the export
page-column-whose = Whose word
page-side-answer = answered { DAY($moment) }
page-side-open = not answered
page-side-term = due { DAY($moment) }
page-side-received = a message of { DAY($moment) }
page-take = Take the export’s version
page-take-back = Back to ours
page-taken = taken
page-take-all = Take all
page-keep-all = Keep all

page-room-figures = Figures
page-room-meetings = Meetings
page-room-tasks = Tasks
page-room-journal = Log
page-period-week = last week
page-period-month = this month
page-period-quarter = quarter
page-period-year = year
page-first-day = From
page-last-day = Until
page-figure-received = received
page-figure-share = in time
page-figure-on-time = answered in time
page-figure-late = late
page-figure-overdue = overdue
page-figure-waiting = open
page-figure-median = half of the answers took no longer
page-figure-ninety = nine of ten took no longer
page-changes = What changed
page-no-changes = Nothing much changed.
page-findings = Worth a look
page-no-causes = Nothing was late.
page-report-xlsx = Report, XLSX
page-report-pdf = Report, PDF
page-by-channel = By channel
page-by-block = By block
page-by-topic = By topic
page-by-settlement = By settlement
page-by-unit = By unit
page-bar = Shares
page-meetings-ahead = Ahead
page-meetings-past = Past
page-meetings-hint = a number, a day or words of the agenda
page-column-when = When
page-column-agenda = Agenda
page-column-meeting = Meeting
page-meeting-title = Meeting No. { $number }
page-meeting-convened = convened
page-meeting-open = in progress
page-meeting-closed = held
page-meeting-not-held = not held
page-meeting-cancelled = cancelled
page-meeting-live = The page refreshes itself.
page-meeting-votes = Votes are cast in the chat.
page-item-dropped = withdrawn
page-item-postponed = postponed
page-item-unvoted = not put to the vote
page-outcome-adopted = adopted
page-outcome-not-adopted = not adopted
page-outcome-void = void, no quorum
page-tally = for { $yes } · against { $no } · abstained { $abstained } · present { $present }
page-voting = voting in progress
page-speaker = Speaker
page-decision = Decision
page-executors = Executors
page-date = { FULLDAY($day) }
page-materials = Materials
page-roll-call = By name
page-choice-for = for
page-choice-against = against
page-choice-abstain = abstained
page-aloud = aloud, recorded by the chair
page-no-agenda = There are no questions on the agenda.
page-papers = Papers
page-paper-signed = The signed protocol, PDF
page-paper-pdf = The protocol unsigned, PDF
page-paper-docx = Editable copy, DOCX
page-paper-act = The act “not held”, PDF
page-present = Present: { $count }
page-were-present = Were present: { $count }
page-participants = Participants
page-tasks-lead = Reports and requests for more time are given in the chat: /tasks.
page-tasks-waiting = to be accepted
page-tasks-late = late
page-tasks-soon = due soon
page-tasks-open = open
page-tasks-done = done
page-column-number = No.
page-column-decision = Decision
page-column-executor = Executor
page-column-due = Due
page-task-open = open
page-task-reported = to be accepted
page-task-returned = returned
page-task-accepted = done
page-task-late = late by { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
page-nothing = Nothing here.
page-journal-lead = It only grows; each entry holds the hash of the one before, and { PROGRAM() } check verifies the chain. No personal data: numbers, states and hashes of texts.
page-journal-details = { $count ->
    [one] { $count } detail
   *[other] { $count } details
}
page-journal-thing = { $kind ->
    [message] message
    [import] upload
    [protocol] protocol
    [meeting] meeting
    [user] account
    [chat] chat
    [seat] seat
    [task] task
    [incident] incident
    [proposal] proposal
    [invitation] invitation
    [absence] absence
    [export] table
    [request] request
    [material] material
    [post] post
    [recount] recount of terms
    [profile] profile
    [report] report
    [channel] channel
    [block] block
   *[other] { "" }
} { $number }
page-journal-name = { $name }
page-journal-value = { $value ->
    [not_adopted] not adopted
    [not_coming] not coming
    [true] yes
   *[other] { $value }
}
page-journal-looks = Who viewed applicants
page-column-entry = No.
page-column-at = When
page-column-who = Who
page-column-kind = What
page-column-entity = Of what
page-column-data = Details
page-by-bot = the bot
page-by-account = without a seat

page-applicant-link = Name, address and the whole text are on the office’s page, not in the chat. The link works once, for ten minutes; the view is recorded.
toast-page-link = The link is below.
message-text-on-page = The text is on the office’s page: /page
refusal-registries-not-in-chat = Registries are not taken in the chat: they hold personal data (149-FZ, art. 10, parts 8–10). Drop the file on the office’s page: /page. Delete this one from the chat.
profile-law-reveal = the applicant is shown in the chat. Citizens’ personal data may not pass through a foreign messenger (149-FZ, art. 10, parts 8–10; 41-FZ of 01.04.2025; Code of Administrative Offences, art. 13.11.2). Take the seats away here and name them in on_page
profile-law-files = registries are taken in the chat, and they hold citizens’ personal data (149-FZ, art. 10, parts 8–10; 41-FZ of 01.04.2025; Code of Administrative Offences, art. 13.11.2). Once the office’s page runs (BOT_PAGE), set false

page-meeting-adjourned = goes on another day
page-agenda-begin = New meeting
page-agenda-change = Change the agenda
page-agenda-draft = Draft agenda
page-agenda-of = Agenda of meeting No. { $number }
page-agenda-hint = Drag the questions or number them anew. Time, place and sending out are in the chat: /convene.
page-agenda-place = Place
page-agenda-question = Question
page-agenda-decision = Draft decision
page-agenda-points = { $count ->
    [one] The decision has { $count } point, it stays
   *[other] The decision has { $count } points, they stay
}
page-agenda-out = Take off the agenda
page-agenda-add = Add a question
page-material-file = File, up to 20 MB
page-material-add = Attach
page-material-out = Remove
page-agenda-keep = Save the agenda
page-agenda-kept = The agenda is saved.
page-agenda-untold = Members do not know of the changes yet: tell them in the chat, on the meeting’s card, “Change”.
page-agenda-drag = Drag the question
page-agenda-up = Up
page-agenda-down = Down
page-agenda-moved = The question is now number { $place }
page-beside = The protocol beside the draft
page-beside-question = Question
page-beside-draft = Draft decision as it was brought
page-beside-protocol = In the protocol
page-beside-heard = Heard
page-beside-spoke = Spoke
page-beside-adopted = —
page-beside-not-adopted = The decision was not adopted.
page-beside-void = The vote is void: no quorum.
page-beside-unvoted = Not put to the vote.
page-beside-passed-over = Not considered.
page-beside-dropped = Taken off the agenda.
page-beside-postponed = Postponed to the next meeting.
refusal-agenda-changed-meanwhile = The agenda was changed while the form was open. Open it again: nothing was saved.
refusal-page-file-not-given = The messenger does not give the file just now. It is in the chat: the meeting’s card, “Materials”.
page-hall-open = On the hall’s screen
page-hall-present = Present { $present } of { $established }, a quorum needs { $needed } (cl. 4.3.1)
page-hall-question = Question { $number } of { $count }
page-hall-silent = Waiting for
page-hall-here = present
page-hall-not-here = not checked in
page-wall = The office’s screen
page-wall-open = On the office’s screen
page-wall-no-meetings = No meetings ahead.
page-wall-as-of = As of { FULLDAY($moment) }, { TIME($moment) }
page-wall-back = Back
page-wall-onward = Next
page-wall-leave = Close the screen
page-wall-stop = Pause
page-wall-go-on = Resume
page-propose = Put to a meeting
page-proposed = { $own ->
    [yes] The proposal is submitted. Put it on an agenda by its card in the chat.
   *[no] The proposal has gone to the head, who decides which agenda takes it.
}
page-former-draft = Former draft
page-until = until { TIME($moment) }
