# Who gets no messages; what did not work.

unreachable-heading = <b>Gets no messages:</b> { $who }
unreachable-since = Since { DAY($since) }, { TIME($since) } · { $count } waiting
unreachable-help-person = The bot is blocked, or no chat with it was begun. Let the person open the chat with the bot and press “Start”: what has waited will come in order.
unreachable-help-group = The bot is not in the group or may not write there. Take the bot back into the group: what has waited will come in order.
unreachable-back = Can be reached again: { $who }. Could not be since { DAY($since) }, { TIME($since) }; what waited was sent.
unreachable-seat = seat { $seat }, { $name }
unreachable-group = the office’s group
unreachable-former = somebody who is no longer of the office
file-too-large-to-send = The file is larger than the messenger takes, so it was not sent. Choose a shorter period or ask the administrator.
update-set-aside = It did not work: the program failed on your message or tap { $tries ->
    [one] { $tries } time
   *[other] { $tries } times
}. Nothing was written. The administrator was told, case number { $id }.
update-set-aside-admin = Update No. { $id } was set aside: { $failure }, tries { $tries }. The program’s log has the details under this number.
cli-unreachable = Chats that get no messages: { $count }. What waits will go when the bot is allowed there again.
