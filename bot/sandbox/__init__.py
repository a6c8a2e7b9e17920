"""A Bot API server for people without a token: chats, rules, faults, a clock, a chat page.

Nothing in this package knows the bot it serves: they meet over HTTP only.
"""
