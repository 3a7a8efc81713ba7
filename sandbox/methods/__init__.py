"""The Bot API's methods; each file holds those of one thing and lists them in `table`."""
