# “Settings”.
settings-title = Settings
settings-saved = Saved
settings-default = As the bot’s default

settings-now-lang = Language: { $value }
settings-now-zone = Time zone: { $value }
settings-now-start = Reminders to start, time left: { $value }
settings-now-due = Reminders to deliver, time left: { $value }
settings-now-quiet = Quiet hours: { $value }

settings-button-lang = Language
settings-button-zone = Time zone
settings-button-start = Reminders to start work
settings-button-due = Reminders to deliver
settings-button-quiet = Quiet hours

settings-about-lang = The language in which the bot speaks. It doesn’t translate what the other side writes.
settings-about-zone = Quiet hours follow it. The times in messages are shown by Telegram itself, by your phone’s clock.
settings-about-start = How long before auto-cancel you are reminded to start work. Choose one or more.
settings-about-due = How long before the due time you are reminded to deliver. Choose one or more.
settings-about-quiet = A reminder that would fall into quiet hours comes before they begin, never later.
settings-quiet-zone = They follow the time zone: { $zone }

language-ru = Русский
language-en = English
language-client = As in Telegram
language-of-client = as in Telegram ({ $name })

settings-zone-other = Other
settings-quiet-own = Custom
settings-quiet-off = No quiet hours
settings-quiet-none = none

settings-type-zone = Write a city or the difference from UTC. For example: “Tbilisi”, “UTC+5” or “Asia/Tbilisi”.
settings-type-quiet = Write from when until when you want no reminders. For example: “23:00–08:00”.
