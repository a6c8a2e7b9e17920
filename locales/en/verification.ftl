# Checking a file or a code: original, altered, unknown.

verdict-signed = The original: the signed protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verdict-unsigned = The unsigned protocol No. { $number } of the meeting of { FULLDAY($moment) }, as drawn up.
verdict-former = The former version { $version } of protocol No. { $number } of the meeting of { FULLDAY($moment) }: a newer one replaced it before signing.
verdict-copy = The working copy of protocol No. { $number } of the meeting of { FULLDAY($moment) }: it may be edited, the original is the signed PDF.
verdict-extract = The original extract from protocol No. { $number } of the meeting of { FULLDAY($moment) }.
verdict-altered = Altered: the file calls itself protocol No. { $number } of the meeting of { FULLDAY($moment) } but differs from what the bot issued. Members of the office have the original: /meeting
verdict-unknown = An unknown file: it holds no code of a protocol and is none of the documents that the bot issued.
verdict-signer = Signed by { $acting ->
    [yes] the acting head
   *[no] the head
} { $name }, { FULLDAY($moment) }, { TIME($moment) }.
verdict-not-signed = The protocol is not signed yet.
refusal-signature-unasked = The bot takes no .sig files: a protocol is signed in the chat with a simple electronic signature (63-FZ, art. 9). Keep a qualified signature beside the signed PDF.
file-gone = Telegram no longer gives this file. Send it again.
