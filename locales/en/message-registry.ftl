# The registry of messages: filters, search, the list.

command-messages = Registry of messages
registry-heading = <b>Registry of messages</b>
registry-filters = { $text }
registry-found = { $more ->
    [yes] More than { $count } found
   *[no] { $count } found
}
registry-ask-words = Write the words, up to 100 characters: they are found in any form.
registry-ask-section = Which messages are to be shown?
registry-ask-block = Which block?
registry-ask-channel = Which channel?
registry-ask-unit = Which unit?
registry-ask-topic = Which topic? Here are the commonest of the list.

button-filter-section = State
button-filter-block = Block
button-filter-channel = Channel
button-filter-unit = Unit
button-filter-topic = Topic
button-find = Find
button-clear-filters = Clear
button-any = Any value

refusal-registry-in-private = The registry opens in the private chat: go there and repeat /messages
