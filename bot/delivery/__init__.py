"""All that goes out to chats: after the commit, within the limits, once."""
