refusal-personal-in-private = This is for you alone: open the private chat with the bot and repeat it there.
refusal-faceless = The command came in the name of a group or a channel, so it is not clear who gave it. Write it in your own name: an administrator has to turn anonymity off.
refusal-forwarded-command = A forwarded command is not carried out: somebody else wrote it. Type it yourself.
refusal-anothers-command = The command is not carried out: another bot wrote it. Type it yourself.

delivery-given-up = Telegram does not accept a message, and it will not be tried again: { $failure }. Which one it is stands in the program’s log.
delivery-put-off = Telegram did not accept a message: { $failure }. It is not lost: the bot tries again every ten minutes. Check the bot’s rights in the chat, and whether the topic is open.
tap-again = ⚠️ The bot was away for { $minutes } min. If you tapped anything meanwhile, tap again.
