"""The office's own page: what may not and should not be in a chat, from the office's own server.

It has the rules of `domain`, the stores and the long work of the chat, and no conversation: what the domain
refuses in a chat it refuses here.
"""
