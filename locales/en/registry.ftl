# Importing registries: why a row was set aside and why a file was refused.

row-no-number = No number. Fill in the column “{ $header }”.
row-number-is-date = There is a date, { $value }, instead of a number: the spreadsheet took the number for a date. Enter the number as text.
row-number-rounded = The spreadsheet rounded the number: { $value }. Enter the whole of it as text.
row-number-too-long = The number is longer than 80 characters: “{ $value }”. Some other text seems to stand in its column.
row-no-channel = No channel. Fill in the column “{ $header }”.
row-unknown-channel = The channel “{ $value }” is not known. Write it as the office's profile names it.
row-no-date = No date of receipt. Fill in the column “{ $header }”.
row-bad-date = The date cannot be read: “{ $value }” in the column “{ $header }”. Write it like this: 25.12.2025 11:43.
row-not-yet = The date { $day } in the column “{ $header }” has not come yet. Correct it.
row-answered-before-received = The answer of { $answered } is earlier than the receipt on { $received }. Correct one of the dates.
row-answered-no-date = The status “{ $value }” says answered, but there is no date of the answer. Fill in the column “{ $header }”.
row-answered-no-column = The status “{ $value }” says answered, but the table has no column with the date of the answer. Add a column “Дата ответа”.
row-unknown-status = The status “{ $value }” is not known, and there is no date of an answer. Write “в работе” or give the date of the answer.
row-duplicate = Number { $number } is already in row { $row } with other content. Keep one of the rows.
row-duplicate-elsewhere = Number { $number } is already on the sheet “{ $sheet }” in row { $row } with other content. Keep one of the rows.
row-too-many-cells = The row has { $cells } cells, and there are { $headers } columns: a text with a delimiter is probably not in quotes. Save the file as XLSX.

file-empty = The file is empty. Export the registry again.
file-not-table = This is not a table. Send the registry as XLSX, XLS, ODS or CSV.
file-web-page = There is a web page inside the file, though it is named as a table. Open it in Excel or LibreOffice and save it as XLSX.
file-broken = The file is damaged and does not open. Export the registry again or save it as XLSX.
file-protected = The file is protected by a password. Remove the password and send it again.
file-with-macros = The file holds macros, such are not opened. Save the table as XLSX without macros and send it again.
file-unpacks-too-large = Unpacked, the file is larger than { $limit } MB, or it is packed beyond belief; such files are not opened. Save the table anew or divide it.
file-too-heavy = The table does not fit into memory. Delete stray cells far to the right and below, or divide it.
file-too-many-rows = The file has more than { $limit } rows. Divide it.
file-own-list = This is a list that the bot made: texts in it are masked, and it does not go back in. Send the export of the channel’s system; a single message is changed on its card.
file-picture = A picture is no registry, the bot reads no messages from it. Send the registry as XLSX, XLS, ODS or CSV; forward a post to the bot or bring it in by /add
file-no-headers = There are no registry headers among the first { $rows } rows. At least a number and a date of receipt are needed, such as “Номер” and “Дата”.
file-no-column = The table has no column with the { $field ->
    [number] number of the message
   *[received_at] date of receipt
}. Add it; it may be called: { $headers }.
file-no-rows = The table has headers and no rows. Export the registry again.
file-which-channel = The table does not show which channel it is of. Choose the channel or add a column “Канал”.
file-quote-not-closed = In row { $row } a quotation mark is not closed, and the rest of the file ran into one cell. Close it or save the file as XLSX.
