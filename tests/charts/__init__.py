"""What the bot says, tested room by room."""
