## Importing registries.
import-not-deleted = The messenger did not let the registry “{ $name }” be deleted from the chat. Delete it yourself: it holds citizens’ personal data.

import-received = The file “{ $name }” has arrived and is being read.
import-reading = Reading the file “{ $name }”.
import-applying = Importing.
import-applied = Imported.
import-cancelled = Import of “{ $name }” is cancelled, nothing was written.
import-refused = The file “{ $name }” was not read, nothing was written.
import-which-channel = The file “{ $name }” was read. Which channel is it from? Choose:
import-dropped = File “{ $name }” from the folder.
import-looks-like = Looks like { $channel }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-mixed = A table of several channels: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-counts = new { $new } · changed { $changed } · unchanged { $same } · unread { $unreadable }
import-unassigned = Not assigned { $count }: assign them after the import.
import-nothing = Nothing to import: everything in it is here already.
import-unreadable-caption = Rows that were not read: the reason is in the first column, the number of the row in your file in the last. Citizens’ data are hidden. Correct the rows in your file and send it again{ $page ->
    [yes] ; whole they are on the office’s page, under “Imports”
   *[no] {""}
}.
unreadable-row = Row

button-apply = Apply
button-other-channel = Another channel
button-unreadable = Unread rows, XLSX

toast-import-applying = Importing.

refusal-only-officers-import = Registries are imported by officers and the head (cl. 3.4, 3.2).
refusal-file-too-large = The file is over 20 MB, and Telegram does not pass such files to bots. Split it or ask the administrator: { PROGRAM() } import
refusal-picture-is-no-registry = A picture is not a registry; the bot cannot read messages from it. Forward a post to the bot or add it with /add; send a registry as XLSX, XLS, ODS or CSV.
refusal-no-such-import = There is no such import. Send the file again.
refusal-not-your-import = Only the person who sent the file, or the head, can act on this import.
refusal-unreadable-gone = The rows were set aside before the bot was updated, and there is no table of them for the chat. Open the import on the office’s page or send the file again.
refusal-nothing-unreadable = Every row was read.
refusal-import-is-received = The file is still being read.
refusal-import-is-reading = The file is still being read.
refusal-import-is-asking = Choose the channel first.
refusal-import-is-ready = The file is read: see the card.
refusal-import-is-applying = Already importing.
refusal-import-is-applied = Already imported.
refusal-import-is-cancelled = The import is cancelled. Send the file again.
refusal-import-is-refused = The file was not read, there is nothing to import.

# The preview and conflicts

import-progress = Reading “{ $name }”: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
import-laid = Placed: { $count }.
import-unread = Columns not read: { $headers }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
import-skipped = Sheets not read, hidden or without headers of a registry: { $sheets }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
import-sample = For example:
import-sample-line = { $channel } { $code } · { DAY($day) }{ CLOCK($day, " ") } · { $topic }{ $is_answered ->
    [yes] {" "}· answered { DAY($answered) }{ CLOCK($answered, " ") }
   *[no] { "" }
}
import-sample-text = { "   " }“{ $text }”
import-conflicts-ready = { $count ->
    [one] { $count } conflict with what was done here
   *[other] { $count } conflicts with what was done here
}: { $taken ->
    [0] ours is kept until you decide otherwise
   *[other] { $ours ->
        [0] the export’s version will be taken
       *[other] the export’s version will be taken in { $taken }, ours stays in the rest
    }
}.
import-conflicts-applied = { $count ->
    [one] { $count } conflict with what was done here
   *[other] { $count } conflicts with what was done here
}: { $taken ->
    [0] ours has stayed
   *[other] { $ours ->
        [0] the export’s version was taken
       *[other] the export’s version was taken in { $taken }, ours has stayed in the rest
    }
}.
conflicts-heading-ready = <b>Conflicts with the export</b>
    { $taken ->
    [0] Ours will stay. Tap a number to take the export’s version.
   *[other] What is marked is taken from the export{ $ours ->
        [0] { "" }
       *[other] , ours will stay in the rest
    }. Tap a number to decide otherwise.
}
conflicts-heading-applied = <b>Conflicts with the export</b>
    { $ours ->
    [0] { $taken ->
        [0] Nothing is left to decide.
       *[other] The export’s version was taken. Nothing is left to decide.
    }
   *[other] { $taken ->
        [0] Ours has stayed.
       *[other] What is marked was taken from the export, ours has stayed in the rest.
    } Tap a number to take the export’s version.
}
conflicts-none = No conflicts on this page.
conflict-line = { $number }. { $channel } { $code } · { $topic }{ $taken ->
    [done] {" "}— the export’s version was taken
    [yes] {" "}— the export’s version will be taken
   *[no] { "" }
}
conflict-answer = { "   " }ours: answered { DAY($ours) }; the export: { $open ->
    [yes] open
   *[no] answered { DAY($theirs) }
}
conflict-block = { "   " }ours: { $ours }; the export: { $theirs }
conflict-term = { "   " }our deadline { DAY($ours) }; by the export { DAY($theirs) }
conflict-message = { "   " }another message under this number: ours of { DAY($ours) }, “{ $topic }”; in the file of { DAY($theirs) }
import-others = ⚠️ Under known numbers the date, the topic and the text are all different: { $count }. These look like other messages. Ours stay until you take the file’s version in “Conflicts”.

button-conflicts = Conflicts { $count }
toast-conflict = { $code }: { $taken ->
    [done] the export’s version was taken.
    [yes] the export’s version will be taken.
   *[no] ours stays.
}
refusal-conflict-taken-before = The export’s version has already been taken. Correct it on the message’s card.
refusal-import-is-at_keyboard = This file is imported with the command { PROGRAM() } import.
import-none-read = No row could be read: there is nothing to import.

## Importing registries: why a row was set aside and why a file was refused.

row-no-number = No number. Fill in the column “{ $header }”.
row-number-is-date = There is a date, { $value }, instead of a number: the spreadsheet took the number for a date. Enter the number as text.
row-number-rounded = The spreadsheet rounded the number: { $value }. Enter the whole of it as text.
row-number-too-long = The number is longer than 80 characters: “{ $value }”. Some other text seems to stand in its column.
row-number-personal = The column “{ $header }” holds a name, a phone number or an address, not a message’s number, and everybody sees the number in chats. Correct it.
row-several-numbers = The number’s column has more than one number: “{ $value }”. Give each message a row of its own.
row-no-channel = No channel. Fill in the column “{ $header }”.
row-unknown-channel = The channel “{ $value }” is not known. Answer by the button under the file, or write it as the office’s profile names it.
row-channel-left-out = The channel “{ $value }”: such rows are left out, as was decided. To bring them in, write the channel as the office’s profile names it.
row-no-date = No date of receipt. Fill in the column “{ $header }”.
row-bad-date = The date cannot be read: “{ $value }” in the column “{ $header }”. Write it like this: 25.12.2025 11:43.
row-bad-time = The time cannot be read: “{ $value }” in the column “{ $header }”. Write it like 11:43.
row-formula = In the column “{ $header }” there is a formula whose value the file does not hold: only Excel computes it. Open the file in Excel or LibreOffice, save it and send it again.
row-date-order = The column “{ $header }” holds “{ $value }”, and it is not clear whether the day or the month stands first. Answer with a button under the file.
row-text-too-long = The text in the column “{ $header }” is longer than 200,000 characters. Shorten it.
row-error = The column “{ $header }” has the error “{ $value }”: what should stand there is not known. Correct the formula or type the value.
row-not-yet = The date { $day } in the column “{ $header }” has not come yet. Correct it.
row-date-torn = The column “{ $header }” holds the date { $value } beside dates kept as text: the spreadsheet seems to have swapped day and month when it opened the export. Send the export as the system made it, or write all dates of the column alike.
row-weekday = “{ $value }” in the column “{ $header }”: the day of the week is not that of the date. Correct one of them.
row-answered-before-received = The answer of { $answered } is earlier than the receipt on { $received }. Correct one of the dates.
row-duplicate = Number { $number } is already in row { $row } with other content. Keep one of the rows.
row-duplicate-elsewhere = Number { $number } is already on the sheet “{ $sheet }” in row { $row } with other content. Keep one of the rows.
row-two-values = Two columns are called “{ $header }” and differ: “{ $one }” and “{ $other }”. Keep one of them.
row-too-many-cells = The row has { $cells } cells, and there are { $headers } columns: a text with a delimiter is probably not in quotes. Save the file as XLSX.

file-empty = The file is empty. Export the registry again.
file-not-table = This is not a table. Send the registry as XLSX, XLS, ODS or CSV.
file-web-page = There is a web page in the file, with no table on it. Open it in Excel or LibreOffice and save it as XLSX.
file-broken = The file is damaged and does not open. Export the registry again or save it as XLSX.
file-protected = The file is protected by a password. Remove the password and send it again.
file-document = This is a document to read, not a registry: the bot takes no messages out of PDF and Word. Send a table: XLSX, XLS, ODS or CSV.
file-other-archive = An archive of this kind is not opened. Send the table itself, or a ZIP with one table.
file-of-1c = This is a spreadsheet of 1C (MXL). Save it in 1C as an Excel sheet (XLSX) and send it again.
file-of-numbers = This is a Numbers spreadsheet. Export it to Excel (XLSX) and send it again.
file-archive-empty = There is no table in the archive. Send the registry as XLSX, XLS, ODS or CSV.
file-archive-of-many = There are several tables in the archive: { $names }. Send each by itself.
file-wrong-byte = Line { $row } holds the byte { $byte }, which { $encoding } does not know: the file is damaged, or made of several encodings. Export it again or save it as XLSX.
file-encoding = The encoding of the text was not recognised: neither UTF-8 nor Windows-1251, DOS (866) or KOI8-R gives words. Save the table as XLSX.
file-mixed-encodings = The file is put together of several encodings: above row { $row } it is in { $encoding }, and in that row this gives no words. Export it again or save it as XLSX.
file-formulas = The table has formulas without values: their columns would be empty. Open the file in LibreOffice or Excel, save it and send it again.
file-unpacks-too-large = Unpacked, the file is larger than { $limit } MB, or it is packed suspiciously tightly; such files are not opened. Save the table again or split it.
import-dropped-too-large = The file is larger than { $limit } MB. Split the export.
file-too-heavy = The table does not fit into memory. Delete stray cells far to the right and below, or split it.
file-too-many-rows = The file has more than { $limit } rows. Split it.
file-own-list = This is a list that the bot made: texts in it are masked, and it does not go back in. Send the export of the channel’s system; a single message is changed on its card.
file-picture = A picture is not a registry; the bot cannot read messages from it. Send the registry as XLSX, XLS, ODS or CSV; forward a post to the bot or add it with /add
file-no-headers = There are no registry headers among the first { $rows } rows. At least a number and a date of receipt are needed, such as “Номер” and “Дата”.
file-on-its-side = The table lies on its side: the names of its columns stand one below another. Turn it (in Excel: Copy, Paste Special, Transpose) and send it again.
file-no-column = The table has no column with the { $field ->
    [number] number of the message
   *[received_at] date of receipt
}. Add it; it may be called: { $headers }. Columns found: { $found }.
file-no-rows = The table has headers and no rows. Export the registry again.
file-which-channel = The table does not show which channel it is from. Choose the channel or add a column “Канал”.
file-quote-not-closed = In row { $row } a quotation mark is not closed, and the rows after it ran into one cell. Close it or save the file as XLSX.

# What was not understood, and what came of an import

import-outcome = will be overdue { $overdue } · answered { $answered } · open { $open }{ $outside ->
    [0] { "" }
   *[other] { " " }· no longer tracked { $outside }
}
import-ask-field = <b>Which column is the { $subject }?</b>{ $rows ->
    [0] { "" }
   *[other] { " " }Several could be, and they say different things: rows { $rows }. Until you answer it is “{ $column }”.
}
import-ask-planned = <b>The column “{ $column }” has days that have not come yet ({ $rows }): is it a deadline?</b> Until you answer they are taken for days of answers, and rows with them are not read.
import-ask-column = <b>What is in the column “{ $column }”?</b>
import-ask-dates = <b>The column “{ $column }” has dates such as { $subject }: which comes first?</b>
import-ask-status = <b>What does the status “{ $subject }” mean?</b> Rows: { $rows }. Until you answer, the messages are open and their cards show the status.
import-ask-importance = <b>Is the importance “{ $subject }” raised?</b> Rows: { $rows }. Until you answer it is taken for ordinary.
import-ask-channel = <b>Which channel is “{ $subject }”?</b> Rows: { $rows }. Until you answer they are not read.
import-ask-answer = <b>What is in the column “{ $column }”?</b> { $rows ->
    [0] No other column tells of answers. Until you say, all messages stay open.
   *[other] It is filled where nothing else tells of an answer: rows { $rows }. Until you say, these messages stay open.
}
import-ask-numbering = <b>The column “{ $column }” counts 1, 2, 3. Are these the messages’ numbers?</b> Until you answer they are taken for row numbers: messages of other files under them stay as they are.
import-ask-undated = <b>Answered (“{ $subject }”), and without the date of the answer: { $rows }. Which date to take?</b> Until you answer, the messages are open.
import-more-questions = More questions after this one: { $count }.
import-columns-heading = Columns that were not read. Tap a number and say what is in the column; the answer is remembered for the channel.
import-receipt = Imported { $count }: answered { $answered }, open { $open }, overdue { $overdue }{ $outside ->
    [0] { "" }
   *[other] , no longer tracked { $outside }
}
import-receipt-gone = Not in this export, yet they were open: { $count }
import-receipt-unassigned = Not assigned { $count }: assign them.
import-undoing = Undoing the import.
import-undone = The import of “{ $name }” was undone: everything is as it was before.
import-gone-heading = <b>Not in this export, yet open: { $count }</b>
import-gone-more = and { $count } more

field-number = message number
field-received-at = date received
field-registered-at = date registered
field-answered-at = date of the answer
field-topic = topic
field-text = text
field-executor = executor
field-status = status
field-author = applicant
field-place = place of the problem
field-author-address = the citizen’s own address
field-topic-group = group of topics
field-received-time = time received
field-answered-mark = mark of the answer
field-interim-at = interim answer
field-refuted-at = date refuted
field-important = importance
field-nothing = not needed
answer-dates-day = Day first
answer-dates-month = Month first
answer-status-open = Open
answer-status-answered = Answered
answer-status-withdrawn = Withdrawn
answer-status-not-ours = Not ours
answer-status-rejected = Rejected by a moderator
answer-importance-raised = Raised
answer-importance-ordinary = Ordinary
answer-channel-nothing = Leave them out
answer-answer-answered-mark = Whether it was answered
answer-answer-answered-at = The day of the answer
answer-planned-nothing = A deadline, not an answer
answer-planned-answered-at = The day of the answer
answer-answer-nothing = Neither
answer-numbering-own = The messages’ numbers
answer-numbering-running = Row numbers
answer-undated-today = Today
answer-undated-file = The file’s date
answer-undated-open = Leave open
answer-undated-column = From the column “{ $column }”

button-columns = Columns { $count }
button-gone = Not in the export { $count }
button-undo-import = Undo the import
button-take-all = Take all
button-keep-all = Keep all
toast-import-understood = Understood and remembered for the channel. Reading again.
toast-import-undoing = Undoing the import.
toast-conflicts = { $taken ->
    [yes] Taken from the export: { $count }.
   *[no] Ours kept: { $count }.
}
refusal-import-undo-late = This import can no longer be undone: a day has passed, or another file was imported since.
refusal-import-is-undoing = The import is being undone.
refusal-import-is-undone = The import was undone.

import-set-aside = Something went wrong with the file, and it was set aside; nothing was written. The administrator knows. Export the registry again or save it as XLSX.
import-set-aside-admin = { $undoing ->
    [yes] Undoing import { $id } failed
   *[no] The file of import { $id } was set aside
} after three tries: { $failure }. Other imports go on. The server’s log has the details.
