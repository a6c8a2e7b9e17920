"""Delivery: what goes out to chats."""
