# Importing registries.

import-received = The file “{ $name }” is here, reading it.
import-reading = Reading the file “{ $name }”.
import-applying = Importing.
import-applied = Imported.
import-cancelled = Import of “{ $name }” is cancelled, nothing was written.
import-refused = The file “{ $name }” was not read, nothing was written.
import-which-channel = The file “{ $name }” was read. Of which channel is it? Choose:
import-looks-like = Looks like { $channel }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-mixed = A table of several channels: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-counts = new { $new } · changed { $changed } · unchanged { $same } · unread { $unreadable }
import-unassigned = { $applied ->
    [yes] Without a block { $count }: assign them.
   *[no] { $count } will be without a block: assign them after the import.
}
import-nothing = Nothing to import: all of it is here already.
import-unreadable-caption = Rows that were not read: the reason is in the first column. Correct them and send the file again.

button-apply = Apply
button-other-channel = Another channel
button-unreadable = Unread rows, XLSX

toast-import-applying = Importing.

refusal-only-officers-import = Registries are brought in by officers and the head (cl. 3.4, 3.2).
refusal-file-too-large = The file is over 20 MB, Telegram does not give such to bots. Split it or ask the administrator: bot import
refusal-picture-is-no-registry = A picture is no registry, the bot reads no messages from it. Forward a post to the bot or bring it in by /add; send a registry as XLSX, XLS, ODS or CSV.
refusal-no-such-import = There is no such import. Send the file again.
refusal-not-your-import = This import belongs to whoever sent the file, or to the head.
refusal-nothing-unreadable = Every row was read.
refusal-import-is-received = The file is still being read.
refusal-import-is-reading = The file is still being read.
refusal-import-is-asking = Choose the channel first.
refusal-import-is-ready = The file is read: see the card.
refusal-import-is-applying = Already importing.
refusal-import-is-applied = Already imported.
refusal-import-is-cancelled = The import is cancelled. Send the file again.
refusal-import-is-refused = The file was not read, there is nothing to import.

# The preview and conflicts

import-progress = Reading «{ $name }»: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
import-unread = Columns not read: { $headers }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
import-sample = For example:
import-sample-line = { $channel } { $code } · { DAY($day) } · { $topic }
import-sample-text = { "   " }«{ $text }»
import-conflicts-ready = { $count ->
    [one] { $count } conflict with what was done here
   *[other] { $count } conflicts with what was done here
}: { $taken ->
    [0] ours stays until you decide otherwise
   *[other] { $ours ->
        [0] the export's word will be taken
       *[other] the export's word will be taken in { $taken }, ours stays in the rest
    }
}.
import-conflicts-applied = { $count ->
    [one] { $count } conflict with what was done here
   *[other] { $count } conflicts with what was done here
}: { $taken ->
    [0] ours has stayed
   *[other] { $ours ->
        [0] the export's word was taken
       *[other] the export's word was taken in { $taken }, ours has stayed in the rest
    }
}.
conflicts-heading-ready = <b>Conflicts with the export</b>
    { $taken ->
    [0] Ours will stay. Tap a number to take the export's word.
   *[other] What is marked is taken from the export{ $ours ->
        [0] { "" }
       *[other] , ours will stay in the rest
    }. Tap a number to decide otherwise.
}
conflicts-heading-applied = <b>Conflicts with the export</b>
    { $ours ->
    [0] { $taken ->
        [0] Nothing is left to decide.
       *[other] The export's word was taken. Nothing is left to decide.
    }
   *[other] { $taken ->
        [0] Ours has stayed.
       *[other] What is marked was taken from the export, ours has stayed in the rest.
    } Tap a number to take the export's word.
}
conflicts-none = No conflicts on this page.
conflict-line = { $number }. { $channel } { $code } · { $topic }{ $taken ->
    [done] {" "}— the export's word was taken
    [yes] {" "}— the export's word will be taken
   *[no] { "" }
}
conflict-answer = { "   " }ours: answered { DAY($ours) }; the export: { $open ->
    [yes] open
   *[no] answered { DAY($theirs) }
}
conflict-block = { "   " }ours: { $ours }; the export: { $theirs }
conflict-term = { "   " }our deadline { DAY($ours) }; by the export { DAY($theirs) }

button-conflicts = Conflicts { $count }
toast-conflict = { $code }: { $taken ->
    [done] the export's word was taken.
    [yes] the export's word will be taken.
   *[no] ours stays.
}
refusal-conflict-taken-before = The export's word was taken already. Mend it on the message's card.
refusal-import-is-at_keyboard = This file is brought in by the command bot import.
import-none-read = No row could be read: there is nothing to bring in.
