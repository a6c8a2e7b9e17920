## The command line.

cli-profile-wrong = The office's profile is refused:
cli-profile-fine = Profile: { $name }, decree No. { $number } of { FULLDAY($day) }, { $seats } seats.
cli-no-token = No token: set BOT_TOKEN in the environment or in .env. @BotFather gives one.
cli-bad-token = What stands in BOT_TOKEN does not look like a bot's token. Copy it whole from @BotFather.
cli-no-telegram = The Bot API server does not answer as it should ({ $reason }). Check BOT_TOKEN, the network, BOT_PROXY and BOT_API_SERVER.
cli-bad-database-url = The address of the database in BOT_DATABASE_URL cannot be read. It is sqlite:///path/office.db or postgresql://user:password@server/database; special characters of a password are written with %.
cli-bad-proxy = The address in BOT_PROXY cannot be read. It is http://, socks5:// or socks4:// with a server and a port: socks5://name:password@server:1080; special characters of a password are written with %.
cli-bad-api-server = The address in BOT_API_SERVER cannot be read. It is http:// or https:// with the name of a server.
cli-bad-webhook-url = The address in BOT_WEBHOOK_URL will not do. Telegram calls https:// at port 443, 80, 88 or 8443.
cli-bad-webhook-secret = The secret in BOT_WEBHOOK_SECRET will not do: 1 to 256 Latin letters, digits, “_” and “-”. Leave it out, and the bot makes its own.
cli-bad-listen = The address in BOT_LISTEN cannot be read. It is address:port, for example 127.0.0.1:8080.
cli-database-stranger = Database: the PostgreSQL server did not accept the name or the password. Check them in BOT_DATABASE_URL, and the rules in pg_hba.conf.
cli-database-missing = Database: the PostgreSQL server has no database { $name }. Create it: createdb { $name }.
cli-token-refused = Telegram did not accept the token: it was revoked or copied with a mistake. Take the present one from @BotFather and set BOT_TOKEN.
cli-no-way = The Bot API server cannot be reached. Check the network; if Telegram can be had only through a proxy, set BOT_PROXY.
cli-no-way-by-proxy = The Bot API server cannot be reached through the proxy. Check server, port, name and password in BOT_PROXY.
cli-token-fine = Token: the bot @{ $name } answers.
cli-database-empty = Database: empty yet, the schema comes with the first start.
cli-database-old = Database: schema { $revision } is older than the program. Run bot migrate (or simply bot serve).
cli-database-newer = The database was made by a newer version of the program (schema { $revision }). Update the program: this one has changed nothing.
cli-database-away = The database is out of reach ({ $reason }). Check BOT_DATABASE_URL.
cli-database-fine = Database: fine, { $bound } of { $seats } seats are held and bound to a chat.
cli-database-read-only = The database { $name } is read-only: the bot cannot write anything. Check the rights of the file and its folder, the disk (whether it is mounted read-only), and with PostgreSQL whether the server is a standby.
cli-undelivered = Messages not delivered: { $count } (the person blocked the bot or never began a chat with it).
cli-audit-fine = Audit log: the chain is whole.
cli-audit-broken = Audit log: entry { $entry } does not follow from the one before. Someone changed the log past the program; keep a copy of the database and look into it.
cli-migrated = Schema: was { $before }, is { $after }.
cli-no-such-seat = There is no seat { $seat }: seats are 1 to { $seats } (cl. 3.1).
cli-no-such-channel = The profile has no channel { $channel }. There are: { $channels }.
cli-no-file = The file { $name } is missing or cannot be read.
cli-file-exists = The file { $name } exists; name another, so that nothing is lost.
cli-import-applied = Imported.
cli-import-dry = Nothing was written. To import, repeat with --apply.
cli-backed-up = Copy of the database: { $name }. Proven: the file is whole, the log is whole, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
cli-bad-backup = { $name } is no whole copy of a database. Nothing was changed.
cli-not-ours = { $name } is a database of another program. Nothing was changed.
cli-copy-newer = The copy { $name } was made by a newer version of the program (schema { $revision }). Update the program. Nothing was changed.
cli-served = bot serve works with the database { $name } already. Stop it, then repeat the command.
cli-copy-doubtful = The log of the database was changed past the program: entry { $entry } does not follow from the one before. What was copied is kept apart and counts as no copy: { $name }. Keep it and look into it; earlier copies are whole.
cli-database-damaged = The database { $name } is damaged: { $damage }.
cli-way-out = What to do: stop bot serve, { $there ->
    [yes] restore the newest proven copy: bot restore { $newest }
   *[no] restore a copy that you kept on another computer: bot restore COPY
}. The damaged file stays beside it under a dated name. Earlier copies are untouched.
cli-restored = The database is restored: { $name }. { $kept ->
    [yes] The former one is kept: { $aside }
   *[no] {""}
}
cli-copy-failed = It did not work: { $name }. Check the space on the disk, the rights and BOT_DATABASE_URL. Nothing was changed.
cli-no-program = A PostgreSQL database needs the program { $name }: install the package postgresql-client of the server's version.
seed-guest-position = expert in town improvement
cli-cannot-write = The folder { $name } cannot be written to: { $reason }. Name another: --to FOLDER

## Mistakes and notes of an office's profile.

profile-no-file = the file is missing or cannot be read
profile-bad-toml = cannot be read as TOML: { $reason }
profile-missing = missing
profile-unknown-key = a profile has no such field
profile-unknown-zone = there is no time zone “{ $value }”; for example, Asia/Yekaterinburg
profile-bad-share = “{ $value }” is not a share; for example, "1/2"
profile-wrong-value = the value “{ $value }” does not fit ({ $expected })
profile-no-such-block = there is no block “{ $value }” under blocks
profile-no-such-seat = there is no seat { $value }
profile-no-such-channel = there is no channel “{ $value }” under channels
profile-repeated = “{ $value }” stands twice
profile-one-officer = exactly one seat answers for a channel; given: { $value }
profile-unknown-field = a message has no field “{ $value }”
profile-too-many-seats = { $value } seats, and there may be at most 9 (cl. 3.1)
profile-seat-numbers = seats are numbered from 1 on without gaps; given: { $value }
profile-one-head = exactly one seat is the head's; given: { $value }
profile-bad-acting-seat = seat { $value } cannot perform the head's duties: it does not exist or is the head's own
profile-one-block-head = the block “{ $value }” has more than one head
profile-no-block-head = the block “{ $value }” has no head
profile-block-of-block-head = a block belongs to block heads and to them alone; given: { $value }
profile-hours-order = times must stand in order: opening, lunch from, lunch to, closing
profile-confirm = { $channel }: { $text }

## Copies of the database, health, several offices

nightly-copy-failed = The nightly copy of the database was not made. { $reason }
task-ended = A part of the program ({ $name }) stopped by itself and was started again. Nothing is lost; if it happens again, send the program's log to whoever maintains it.
drill-fine = Copies: { $name } was restored on trial on { FULLDAY($day) } and is whole ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}).
drill-failed = Copies: the trial restore of { $name } on { FULLDAY($day) } failed. { $reason } Make a new one: bot backup FILE.
drill-none = Copies: no trial restore yet; the bot does one by itself once a week.
drill-no-database = No temporary database can be made on the PostgreSQL server ({ $name }). Grant the right: ALTER ROLE … CREATEDB.
drill-other-log = The log of the copy is no part of the office's (entry { $entry }).
drill-rows-differ = The table { $table } had { $counted } rows, { $found } came back.
cli-no-profiles = The folder { $name } holds no profiles: put name.toml and name.env of each office there.
cli-one-token = The offices { $first } and { $second } have one token. Each office needs a bot of its own.
cli-office-without-token = The office { $name } is not started: { $name }.env has no BOT_TOKEN. The others run.
cli-stuck = Waiting to be sent for over an hour: { $count }. Does bot serve run, and is there a network?
cli-orphans = Files whose owner is gone: { $count }, the first is { $first }. The database was changed past the program; keep a copy of it.

## What the played day prints (make demo PLAY=1).

play-import = 1. The export of «{ $channel }» is read and brought in: { $counts }
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
cli-import-unread-rows = Rows not read: { $count }. They are, with reasons, in the file { $name }: correct it and import it.
