# Contacts of units, guests, and groups that are not the office's.

refusal-foreign-group = This group is not the office's chat, so nothing is shown here. Write the command in the private chat with the bot or in the office's group; the head can make this group the office's chat: /bind

button-contacts = Contacts and guests · { $count }
contacts-heading = <b>Contacts of units and guests · { $count }</b>
contacts-line = { $name } · { $place }
button-contact = Unbind: { $name }
confirm-unbind-contact = Unbind the chat: { $name } ({ $place })? The bot stops answering them at once; the unit's papers and tasks wait for another contact.
toast-unbound-contact = The chat is unbound: { $place }.
