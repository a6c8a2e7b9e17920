# Mistakes and notes of an office's profile.

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
