# The command line.

cli-profile-wrong = The office's profile is refused:
cli-profile-fine = Profile: { $name }, decree No. { $number } of { FULLDAY($day) }, { $seats } seats.
cli-no-token = No token: set BOT_TOKEN in the environment or in .env. @BotFather gives one.
cli-bad-token = What stands in BOT_TOKEN does not look like a bot's token. Copy it whole from @BotFather.
cli-no-telegram = The Bot API server does not answer as it should ({ $reason }). Check BOT_TOKEN, the network, BOT_PROXY and BOT_API_SERVER.
cli-token-fine = Token: the bot @{ $name } answers.
cli-database-empty = Database: empty yet, the schema comes with the first start.
cli-database-old = Database: schema { $revision } is older than the program. Run bot migrate (or simply bot serve).
cli-database-newer = The database was made by a newer version of the program (schema { $revision }). Update the program: this one has changed nothing.
cli-database-away = The database is out of reach ({ $reason }). Check BOT_DATABASE_URL.
cli-database-fine = Database: fine, { $bound } of { $seats } seats are held and bound to a chat.
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
cli-backed-up = Copy of the database: { $name }
cli-bad-backup = { $name } is no whole copy of a database. Nothing was changed.
cli-restored = The database is restored: { $name }. { $engine ->
    [sqlite] The former one is kept beside it, ending in .before-restore.
   *[other] {""}
}
cli-copy-failed = It did not work: { $name }. Check the space on the disk, the rights and BOT_DATABASE_URL. Nothing was changed.
cli-no-program = A PostgreSQL database needs the program { $name }: install the package postgresql-client of the server's version.
seed-guest-position = expert in town improvement
cli-cannot-write = The folder { $name } cannot be written to: { $reason }. Name another: --to FOLDER
