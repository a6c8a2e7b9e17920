# The protocol's Word template that an office edits itself (the profile's key protocol_template).

template-fine = Protocol template { $file }: it can be filled.
template-unknown-name = Protocol template { $file }: it has the field “{ $name }”, which the protocol does not know. The template that came with the bot serves meanwhile.
template-broken = Protocol template { $file } cannot be read: { $reason }. The template that came with the bot serves meanwhile.
