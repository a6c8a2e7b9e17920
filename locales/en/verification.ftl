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

button-sig = Attach .sig
signature-ask = Send the .sig file: the detached signature (qualified) of the signed PDF of protocol No. { $number }.
signature-attached = The signature is attached to protocol No. { $number } and sent along. Only the file's form (CMS) was looked at: whether it is true and whose it is, a program with certificates will tell.
signature-caption = Detached signature (qualified) of protocol No. { $number }; the bot did not verify it
signature-no-cms = This is no signature file: CMS (PKCS#7) in DER, PEM or base64 was expected. Nothing was attached.
signature-many = Five signatures are attached to the protocol, no more fit.
protocol-card-sig = .sig attached { DAY($moment) } at { TIME($moment) }
refusal-signature-no-sig = A .sig file of up to 1 MB was expected. Send it as a document or tap “Attach .sig” again.
