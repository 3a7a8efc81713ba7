"""The process: settings, inbox, the transaction around each update, timers, outbox; joined in `app.py`."""
