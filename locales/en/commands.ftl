## The command line.

cli-profile-wrong = The office’s profile is refused:
cli-profile-fine = Profile: { $name }, decree No. { $number } of { FULLDAY($day) }, { $seats } seats.
cli-no-token = No token: set BOT_TOKEN in the environment or in .env. @BotFather gives one.
cli-bad-token = What stands in BOT_TOKEN does not look like a bot’s token. Copy it whole from @BotFather.
cli-no-telegram = The Bot API server does not answer as it should ({ $reason }). Check BOT_TOKEN, the network, BOT_PROXY and BOT_API_SERVER.
cli-bad-database-url = The address of the database in BOT_DATABASE_URL cannot be read. It is sqlite:///path/office.db or postgresql://user:password@server/database; special characters of a password are written with %; the database may be followed by ?sslmode=require or ?host=/path/of/socket.
cli-bad-proxy = The address in BOT_PROXY cannot be read. It is http://, socks5:// or socks4:// with a server and a port: socks5://name:password@server:1080; special characters of a password are written with %.
cli-bad-api-server = The address in BOT_API_SERVER cannot be read. It is http:// or https:// with the name of a server.
cli-bad-webhook-url = The address in BOT_WEBHOOK_URL will not do. Telegram calls https:// at port 443, 80, 88 or 8443.
cli-bad-webhook-secret = The secret in BOT_WEBHOOK_SECRET will not do: 1 to 256 Latin letters, digits, “_” and “-”. Leave it out, and the bot makes its own.
cli-bad-webhook-certificate = The certificate in BOT_WEBHOOK_CERTIFICATE will not do. It is a PEM file that the bot can read, with the public certificate alone (BEGIN CERTIFICATE) and no private key: it goes to Telegram.
cli-bad-listen = The address in BOT_LISTEN cannot be read. It is address:port, for example 127.0.0.1:8080.
cli-database-stranger = Database: the PostgreSQL server did not accept the name or the password. Check them in the address of the database (BOT_DATABASE_URL, or what was given to move), and the rules in pg_hba.conf.
cli-database-missing = Database: the PostgreSQL server has no database { $name }. Create it: createdb { $name }.
cli-token-refused = Telegram did not accept the token: it was revoked or copied with a mistake. Take the present one from @BotFather and set BOT_TOKEN.
cli-no-way = The Bot API server cannot be reached. Check the network; if Telegram can be reached only through a proxy, set BOT_PROXY.
cli-no-way-by-proxy = The Bot API server cannot be reached through the proxy. Check server, port, name and password in BOT_PROXY.
cli-secretary = The protocol is kept and countersigned by { $seat ->
    [0] { $name } (who comes in as an assistant of this name)
   *[other] seat { $seat }
}.
cli-token-fine = Token: the bot @{ $name } answers.
cli-database-empty = Database: empty yet, the schema comes with the first start.
cli-database-lost = The database { $name } is empty or not in its place, and there are copies of an office: the bot begins no new office instead of it. Check BOT_DATABASE_URL and that the disk is mounted. If the office really is new, put the former copies into another folder.
cli-two-names = The database file { $name } has a second name (a hard link): SQLite spoils a database through different names. Stop { PROGRAM() } serve and make the file a separate one: cp -p { $name } { $name }.one && mv { $name }.one { $name }
cli-weak-webhook-secret = BOT_WEBHOOK_SECRET is easy to guess, and whoever knows it speaks to the bot as anybody. Leave it out, and the bot makes its own.
cli-database-old = Database: schema { $revision } is older than the program. Run { PROGRAM() } migrate (or simply { PROGRAM() } serve).
cli-database-newer = The database was made by a newer version of the program (schema { $revision }). Update the program: this one has changed nothing.
cli-database-unlike = { $how ->
    [others] The database { $name } has no tables of the bot, but tables of another program ({ $names }). The bot has made no table in it. BOT_DATABASE_URL seems to name another database: give the address of the one that is the bot’s; for a new office the name of a file that is not there yet, or an empty database.
    [versions] The database { $name } notes several versions of the schema at once ({ $names }): the table alembic_version was changed past the bot. The bot will not guess which of them holds, and does not start with such a database.
   *[altered] The database { $name } lacks what the bot cannot work without ({ $names }): it was changed past the bot, which does not start with such a database.
}
cli-database-away = The database is out of reach ({ $reason }). Check its address: BOT_DATABASE_URL, or what was given to move.
cli-database-fine = Database: fine, { $bound } of { $seats } seats are held and bound to a chat.
cli-database-read-only = The database { $name } is read-only: the bot cannot write anything. Check the rights of the file and its folder, the disk (whether it is mounted read-only), and with PostgreSQL whether the server is a standby.
cli-undelivered = Messages not delivered: { $count } (the person blocked the bot or never began a chat with it).
cli-audit-fine = Audit log: the chain is whole.
cli-audit-broken = Audit log: entry { $entry } does not follow from the one before. Someone changed the log bypassing the program; keep a copy of the database and look into it.
cli-migrated = Schema: was { $before }, is { $after }.
cli-no-such-seat = There is no seat { $seat }: seats are 1 to { $seats } (cl. 3.1).
cli-no-such-channel = The profile has no channel { $channel }. There are: { $channels }.
cli-no-file = The file { $name } is missing or cannot be read.
cli-name-kept = The name { $name } belongs to the database itself: SQLite and the bot keep files -wal, -shm, -journal and .lock beside it. Give the copy another name.
cli-file-exists = The file { $name } exists; name another, so that nothing is lost.
cli-import-applied = Imported.
cli-import-dry = Nothing was written. To import, repeat with --apply.
cli-backed-up = Copy of the database: { $name }. Proven: the file is whole, the log is whole, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
cli-bad-backup = { $name } is not a whole copy of a database. Nothing was changed.
cli-not-ours = { $name } is a database of another program. Nothing was changed.
cli-copy-newer = The copy { $name } was made by a newer version of the program (schema { $revision }). Update the program. Nothing was changed.
cli-served = { PROGRAM() } serve is already working with the database { $name }. Stop it, then repeat the command.
cli-copy-doubtful = The log of the database was changed bypassing the program: entry { $entry } does not follow from the one before. What was copied is kept apart and does not count as a copy: { $name }. Keep it and look into it; earlier copies are whole.
cli-database-damaged = The database { $name } is damaged: { $damage ->
    [SQLITE_NOTADB] it is not an SQLite file
    [SQLITE_CORRUPT] the content of the file is damaged
   *[other] { $damage }
}.
cli-way-out = What to do: stop { PROGRAM() } serve, { $there ->
    [yes] restore the newest proven copy: { PROGRAM() } restore { $newest }
   *[no] restore a copy that you kept on another computer: { PROGRAM() } restore COPY
}. What is in the database now is kept under a dated name. Earlier copies are untouched.
cli-restored = The database is restored: { $name }. { $kept ->
    [yes] The former one is kept: { $aside }
   *[no] {""}
}
cli-later-copies = The nightly copies made since then are put aside: { $name }. They hold what the restored database does not.
cli-copy-refused = It did not work: { $name }: { cli-reason }. Nothing was changed.
cli-copy-failed = It did not work: { $name }. Check the space on the disk, the rights and BOT_DATABASE_URL. Nothing was changed.
cli-no-program = A PostgreSQL database needs the program { $name }: install the package postgresql-client of the server’s version.
seed-guest-position = expert in town improvement
cli-cannot-write = The folder { $name } cannot be written to. { $reason } Name another: --to FOLDER

## Mistakes and notes of an office's profile.

profile-no-file = there is no file { $path }. Check BOT_PROFILE; without it the shipped profile is used
profile-no-such-file = { $path }: { cli-reason }. Check BOT_PROFILE
profile-no-rights = the file { $path } is there and cannot be read. Let the program read it and pass through its folders
profile-not-utf8 = the file is not in UTF-8 (most likely in a Windows code page). Save it in UTF-8: iconv -f cp1251 -t utf-8 { $name } > new.toml
profile-bad-toml = is not valid TOML from line { $line }{ $column ->
    [0] {""}
   *[other] , column { $column }
}. { $twice ->
    [yes] The file has such a section or field already: leave one of them
   *[no] Most often a quote, a bracket or a comma is lost, here or a line above
}
profile-missing = missing
profile-unknown-key = a profile has no such field
profile-unknown-zone = there is no time zone “{ $value }”; for example, Asia/Yekaterinburg
profile-bad-share = “{ $value }” is not a share; one is written like 1/2, in quotes
profile-wrong-value = the value “{ $value }” does not fit{ $expected ->
    [text] : a text in quotes is needed
    [filled] : it may not be empty
    [shorter] : { $bound } characters at most
    [more] : { $bound } at least
    [less] : { $bound } at most
    [one-of] ; possible: { $bound }
    [whole] : a whole number is needed
    [day] : a date like 2026-11-24 without quotes is needed
    [hour] : a time like 08:30:00 without quotes is needed
    [yes-no] : true or false is needed
    [list] : a list in square brackets is needed
    [section] : a section with fields is needed
    [key] : small Latin letters, digits and “_”, a letter first, 20 at most
    [code] : a code of the classifier like 0005.0005 is needed
   *[other] {""}
}
profile-no-such-block = there is no block “{ $value }” under blocks
profile-nothing-to-caption = there is neither a block nor a unit “{ $value }” in the profile
profile-no-such-seat = there is no seat { $value }
profile-no-such-channel = there is no channel “{ $value }” under channels
profile-repeated = “{ $value }” appears twice
profile-one-officer = exactly one seat answers for a channel; given: { $value }
profile-unknown-field = a message has no field “{ $value }”
profile-too-many-seats = { $value } seats, and there may be at most 9 (cl. 3.1)
profile-seat-numbers = seats are numbered from 1 on without gaps; given: { $value }
profile-seat-keys = the key “{ $value }” is given to several seats; it belongs to one
profile-one-head = exactly one seat is the head’s; given: { $value }
profile-bad-acting-seat = seat { $value } cannot perform the head’s duties: it does not exist or is the head’s own
profile-seat-or-name = the secretary is a seat ({ $seat }) or a person by name ({ $name }): give one of the two
profile-one-block-head = the block “{ $value }” has more than one head
profile-no-block-head = the block “{ $value }” has no head
profile-block-of-block-head = a block belongs to block heads and to them alone; given: { $value }
profile-hours-order = times must stand in order: opening, lunch from, lunch to, closing
profile-topic-in-two = the topic “{ $value }” is in { $other } already: leave it in one block
profile-alias-of-two = the name “{ $value }” is in { $other } already: nobody knows by it who is meant. Leave it in one place
profile-signature-of-two = { $other } has the same signature: a file’s channel cannot be known. Add a header that only one of them has
profile-no-number = no header for the message’s number (number): without it rows cannot be told apart
profile-bad-date-format = no date can be read by the format “{ $value }”. It should be like %d.%m.%Y (day, month, year), with the time %d.%m.%Y %H:%M
profile-status-of-two = the status “{ $value }” is in { $other } already: it cannot mean both
profile-unknown-topic = there is a term for the topic “{ $value }”, and it is not in the section topics; check how exports spell it
profile-late-digest = the morning digest is set for { $value }; check whether that is meant
cli-notes = For your attention; nothing of it stops the bot. Terms to be confirmed come from public sources, and yours may differ. On the left is the place in the office’s profile: correct it there once you know.
profile-confirm = { $channel }: { $text }

## Copies of the database, health, several offices

nightly-copy-failed = The nightly copy of the database was not made. { $reason }
work-fails = The work { $name } fails time and again; the bot tries it every half a minute, and everything else goes on. Send the program’s log to whoever maintains it: the reason stands in the lines “work failed”.
task-ended = A part of the program ({ $name }) stopped by itself and was started again. Nothing is lost; if it happens again, send the program’s log to whoever maintains it.
drill-fine = Copies: { $name } was restored on trial on { FULLDAY($day) } and is whole ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}).
drill-failed = Copies: the trial restore of { $name } on { FULLDAY($day) } failed. { $reason } Make a new one: { PROGRAM() } backup FILE.
drill-none = Copies: no trial restore yet; the bot does one by itself once a week.
drill-no-database = No temporary database can be made on the PostgreSQL server ({ $name }). Grant the right: ALTER ROLE … CREATEDB.
drill-other-log = The log of the copy is not part of the office’s log (entry { $entry }).
drill-rows-differ = The table { $table } had { $counted } rows, { $found } came back.
cli-no-profiles = The folder { $name } holds no profiles: put name.toml and name.env of each office there.
cli-one-token = The offices { $first } and { $second } have one token. Each office needs a bot of its own.
cli-office-without-token = The office { $name } is not started: { $name }.env has no BOT_TOKEN. The others run.
cli-stuck = Waiting to be sent for over an hour: { $count }. Is { PROGRAM() } serve running, and is there a network?
cli-orphans = Files whose owner is gone: { $count }, the first is { $first }. The database was changed bypassing the program; keep a copy of it.

## What the played day prints (make demo PLAY=1).

play-import = 1. The export of “{ $channel }” is read and imported: { $counts }
play-digest = 2. 08:30, everyone has a digest: { $count }. Texts: { $path }
play-convene = 3. The meeting is convened, answers are in
play-no-quorum = 4. Four of nine: { $answer }
play-open = 5. Two more have come, the meeting is open
play-vote = 6. { $result }
play-protocol = 7. The protocol is drawn up, signed and sent: { $folder }/protocol-1.docx, { $folder }/protocol-1.pdf
play-end = 8. Bot API violations: { $violations }, calls: { $calls }
cli-import-row = { $named ->
    [yes] sheet “{ $sheet }”, row { $row }
   *[no] row { $row }
}: { $reason }
cli-inbox-fine = Folder of registries: { $folder }.
cli-inbox-wrong = Folder of registries { $folder } (BOT_INBOX): it is not there, or files in it cannot be read and moved. Make it and give the bot’s user the rights.
cli-import-conflicts = Conflicts with what is known: { $count }, ours stays. They are decided in the chat or on the page, with the same file.
cli-import-asked = Questions are answered in the chat or on the page, with the same file; the answer is kept for the channel.
cli-import-unread-rows = Rows not read: { $count }. They are, with reasons, in the file { $name }: correct it and import it.

## Which office is meant, and what the machine itself answers

cli-speaks-of = Office { $office ->
    [shipped] with the shipped profile
   *[other] { $office }
}, database { $database }
cli-which-office = There are several offices in { $name }: { $offices }. Name the one: --office NAME
cli-no-such-office = There is no office { $office } in { $name }. There are: { $offices }.
cli-office-without-profiles = --office names one of a folder’s offices; name the folder too: --profiles FOLDER
cli-no-database = There is no database { $name } yet: the first start ({ PROGRAM() } serve) or { PROGRAM() } migrate makes it. If the bot runs already, give the command the same settings: the same working folder, --env-file, or --profiles with --office.
cli-database-absent = Database: { $name } is not there yet, the first start makes it.
cli-env-line = The settings file { $name }: line { $line } cannot be read. It is NAME=value; a quotation mark that opens a value must be closed.
cli-env-twice = The settings file { $name }: { $variable } appears twice; the last line counts.
cli-unknown-setting = { $variable }: there is no such setting{ $alike ->
    [none] {""}
   *[other] . One like it: { $alike }
}. It changes nothing.
cli-idle-setting = { $variable } without { $without } does nothing.
cli-one-address = { $first } and { $second } are one address ({ $address }). Give them different ports.
cli-page-clash = The pages of the offices “{ $first }” and “{ $second }” have one address, or one is within the other ({ $address }). Give each its own: BOT_PUBLIC_URL in { $first }.env and { $second }.env.
cli-page = The office’s page: { $address } (the server listens on { $listen }).
cli-copies-old = Copies: the newest nightly one is of { FULLDAY($day) }; there is none since, and the office is at work. See that there is room and a right to write in { $folder }; to make one now: { PROGRAM() } backup FILE.
cli-copies-wrong = Copies cannot be kept in { $folder } (BOT_COPIES). { $reason }
cli-clock-before-decree = The machine’s clock is behind: it says { $now }, and the office’s decree is of { FULLDAY($day) }. Set the clock (timedatectl) or check the decree’s date in the profile.
cli-clock-behind = The clock of this machine is behind: it says { $now }, and the last entry of the log was made at { $last }. Set it right (timedatectl): deadlines and reminders go by it.
cli-no-working-folder = The working folder no longer exists: it was removed or replaced. Go to one that exists (cd) and give the command again.
cli-env-not-utf8 = The settings file { $name } is not in UTF-8. Save it in UTF-8: iconv -f cp1251 -t utf-8
cli-wrong-setting = { $variable }: { $name ->
    [admins] numeric chat ids separated by commas are needed, not “{ $value }”. @userinfobot tells one’s own
    [mode] may be polling or webhook, not “{ $value }”
    [log_format] may be console or json, not “{ $value }”
    [limits] may be true or false, not “{ $value }”
    [webhook_networks] networks like 149.154.160.0/20 separated by commas are needed, not “{ $value }”
   *[other] the value cannot be read
}. Correct it in the environment or in the file .env.
cli-placeholder-token = BOT_TOKEN still holds the example instead of a token. Get one from @BotFather and put it in whole.
cli-bad-metrics = The address in BOT_METRICS cannot be read. It should be address:port, like 127.0.0.1:9464.
cli-no-admins = There is no administrator: nobody confirms the head and nobody is told of failures. Set BOT_ADMINS.
cli-admin-not-started = Administrator { $admin } has not pressed “Start” in the chat with @{ $name } yet: they cannot be written to. Check the number in BOT_ADMINS, too.
cli-no-rights = No rights to { $path }: it is { $owner }’s, and the program runs as { $user }. Run it as { $owner } or give it away: chown -R { $user } { $path }
cli-rights-taken = No rights to { $path }: it is { $owner }’s, as whom the program runs, but the rights are taken away. Give them back: chmod -R u+rwX { $path }
cli-no-folder-there = { $name } is not a folder: a database cannot be in it. Check the path in BOT_DATABASE_URL.
cli-folder-instead = { $name } is a folder, and a database file is needed. Check the path in BOT_DATABASE_URL.
cli-device-instead = { $name } is a pipe or a device, and a database file is needed. Check the path in BOT_DATABASE_URL.
cli-disk-full = No room is left on the disk of { $name }: nothing can be written. Make room; nothing is lost, the bot goes on by itself.
cli-disk-nearly-full = { $free } MB are left on the disk of { $name }. Make room before writing stops.
cli-cannot-listen = The address { $address } cannot be used: { $reason }.
cli-refused-by-machine = { $name }: { $reason }.
cli-reason = { $code ->
    [ENOSPC] no room is left on the disk, make some
    [EDQUOT] the quota of the disk is used up
    [EACCES] no rights
    [low-port] only root may open ports below 1024. Name a larger one, and let nginx or Caddy listen on 80 and 443
    [EPERM] no rights
    [ENOENT] there is no such file or folder
    [ENOTDIR] a file stands on the way, not a folder
    [EISDIR] this is a folder, and a file is needed
    [ENXIO] this is a pipe or a device, and a file is needed
    [EEXIST] a file stands there already
    [ELOOP] the link leads to itself
    [ENAMETOOLONG] the name is longer than the disk allows
    [EIO] the disk can be neither read nor written, check it
    [OperationalError] this is not an SQLite file, or it cannot be opened
    [EROFS] the disk is mounted read-only; write to another or mount it for writing (mount -o remount,rw)
    [EADDRINUSE] another program has the port; stop it or name another port
    [EAFNOSUPPORT] this machine knows no such addresses (IPv6)
    [EADDRNOTAVAIL] this machine has no such address
    [EMFILE] too many files are open, raise the limit (ulimit -n)
    [ECONNREFUSED] nobody answers at this address
    [EHOSTUNREACH] there is no way to this server
    [ENETUNREACH] there is no way to this server
    [ECONNRESET] the server broke the connection off
    [ETIMEDOUT] the server did not answer in time
    [no-name] no server of this name was found
   *[other] the system refused ({ $code })
}

polling-conflict = Another program with the same token takes updates from Telegram, and the bot does not hear everybody. Stop it; if you do not know it, have @BotFather make a new token (/revoke) and set it in BOT_TOKEN.
webhook-deaf = No updates come from Telegram: { $elsewhere ->
    [unset] no webhook is set at Telegram: the bot sets it when it starts. If { PROGRAM() } serve is running, start it again; if it happens again, another program works with this token.
    [yes] it posts them to another address ({ $address }). Start the bot again; if it happens again, another program works with this token.
   *[no] { $waiting } wait, the last try failed ({ $error }). Check BOT_WEBHOOK_URL with its path, nginx or Caddy in front of the bot, and the certificate.
}
cli-webhook-fine = Webhook: Telegram posts updates to the address that was set, { $waiting } wait, the last error: { $error }.

status-program = Program { $version }, { $name }.
status-served = { $served ->
    [yes] It is running: { PROGRAM() } serve holds the database.
   *[no] It is not running: no { PROGRAM() } serve holds this database.
}
status-database = Database { $name }: schema { $revision }{ $fresh ->
    [yes] {""}
   *[no] {" "}— not of this version
}{ $size ->
    [0] {""}
   *[other] , { $size } MB
}.
status-disk = Disk of { $name }: { $free } MB free.
status-copy = The newest copy: { $name }.
status-no-copy = No copies yet: the first comes at 03:00, or make one: { PROGRAM() } backup FILE.
status-bound = Seats: { $bound } of { $seats } bound to a chat.
status-waiting = To be sent: { $count }, the first since { $since }.
status-digest = The last digest: { $at }.
cli-container-of-one = A container holds one office: start one for each, with an --env-file of its own.

cli-moved = Moved to { $name }: { $rows } rows; the counts and the log were compared. Now set this address in BOT_DATABASE_URL and start the bot; the old database stays as it was.
cli-move-not-empty = There are already rows in { $name }. Name an empty one: createdb or a new file. Nothing was changed.
cli-move-differs = What was moved to { $name } differs from what there was, and is not kept. The old database is as it was; send the program’s log to whoever looks after it.
cli-move-old = Database { $name }: its schema is not of this version. First { PROGRAM() } migrate.

## The profile was changed, and the database holds what stands on the former one (mcu check and start).

profile-clash = The profile was changed so that what goes on in the office would fall apart. Nothing was changed in the database. Put the former file back, start the bot, do what is named below, then change the profile again.
profile-change-office = The database is another office’s (“{ $before }”), and the profile is that of the office “{ $now }”. Check BOT_DATABASE_URL and BOT_PROFILE; if it is the same office, put key = { $before } back into the profile.
profile-change-seat-gone = There is no seat { $seat } in the new profile, and { $name } holds it. First end the term: /roster, seat { $seat }, “Vacancy”.
profile-change-seat-another = Seat { $seat } is another one in the new profile: it was “{ $before }”, now it is “{ $now }”, and { $name } holds it. First end the term: /roster, seat { $seat }, “Vacancy”; invite to the seat anew once the profile is changed.
profile-change-seat-tasks = There is no seat { $seat } in the new profile, or another one has its number, and it has unfinished tasks: { $count }. They must be done and accepted first: /tasks.
profile-change-seat-proposals = There is no seat { $seat } in the new profile, or another one has its number, and its proposals for the agenda are not considered yet: { $count }. Consider them first: /proposals.
profile-change-regular-names = A regular meeting names what is not in the new profile: { $missing }. First end it or change its questions: /regular.
profile-change-regular-moves = A regular meeting names seats that have other numbers in the new profile, or whose numbers other seats have there. First end it, and set it up anew once the profile is changed: /regular.
profile-change-materials-names = A request for materials was sent to seats that are not in the new profile: { $missing }. First close or withdraw it: /request.
profile-change-materials-moves = A request for materials was sent to seats that have other numbers in the new profile, or whose numbers other seats have there. First close or withdraw it: /request.
profile-change-meeting-open = Meeting No. { $number } is open, and its composition or the rules of voting change. First close the meeting.
profile-change-meeting-names = Meeting No. { $number } names what is not in the new profile: { $missing }. First hold or cancel it, or change its agenda and participants.
profile-change-meeting-moves = Meeting No. { $number } names seats that have other numbers in the new profile, or whose numbers other seats have there. First hold or cancel it.
profile-change-protocol-open = The paper of meeting No. { $number } is not drawn up yet, and the composition or the rules of voting change. First start the bot with the former profile: it draws it up by itself.
profile-change-protocol-names = Protocol No. { $number } is not signed yet and names what is not in the new profile: { $missing }. First sign it, and have its tasks done and accepted: /meeting, /tasks.
profile-change-protocol-moves = Protocol No. { $number } is not signed yet and names seats that have other numbers in the new profile, or whose numbers other seats have there. First sign it: /meeting.
profile-change-block-messages = There is no block { $of } in the new profile, and it has open messages: { $count }. First pass them to another block: /messages.
profile-change-channel-messages = There is no channel { $of } in the new profile, and it has open messages: { $count }. First answer them: /messages.
profile-change-unit-messages = There is no unit { $of } in the new profile, and it has open messages: { $count }. First pass them to another unit: /messages.
profile-change-unit-tasks = There is no unit { $of } in the new profile, and it has unfinished tasks: { $count }. They must be done and accepted first: /tasks.
profile-change-unit-contacts = There is no unit { $of } in the new profile, and contacts are bound to it: { $count }. First unbind them: /roster.
profile-change-taken = The profile was changed, { $kind ->
    [seats] seats
    [blocks] blocks
    [channels] channels
    [invitations] invitations
    [topics] topics
   *[units] units
}: { $what ->
    [added] added
    [removed] taken out, what there was keeps its former names
    [moved] moved with their holders and tasks
    [ended] revoked, what they were to is no more; to invite anew: /invite
   *[changed] changed
} — { $keys }.
cli-bad-page = The address in BOT_PAGE cannot be read. It is address:port, such as 127.0.0.1:8082.
cli-bad-public-url = The address in BOT_PUBLIC_URL cannot be read. It is the one that people type: https://office.example.org.
