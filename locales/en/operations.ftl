# Copies of the database, health, several offices
nightly-copy-failed = The nightly copy of the database was not made. { $reason }
