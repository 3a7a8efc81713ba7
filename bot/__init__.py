"""The process: settings, the durable inbox, the transaction around each update, timers, the outbox; joined in `app.py`."""
