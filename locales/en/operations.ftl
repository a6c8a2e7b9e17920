# Copies of the database, health, several offices
nightly-copy-failed = The nightly copy of the database was not made. { $reason }
cli-no-profiles = The folder { $name } holds no profiles: put name.toml and name.env of each office there.
cli-one-token = The offices { $first } and { $second } have one token. Each office needs a bot of its own.
cli-office-without-token = The office { $name } is not started: { $name }.env has no BOT_TOKEN. The others run.
cli-stuck = Waiting to be sent for over an hour: { $count }. Does bot serve run, and is there a network?
cli-orphans = Files whose owner is gone: { $count }, the first is { $first }. The database was changed past the program; keep a copy of it.
