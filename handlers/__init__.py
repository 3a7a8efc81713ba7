"""Telegram in and out: one room for each thing a person does, and what the bot says.

A handler runs inside one transaction and returns what to say: Bot API methods and posts. It never awaits Telegram.
"""
