"""Pictures of figures. Drawn in a process of its own (`python -m charts`), so that the bot's never loads matplotlib."""
