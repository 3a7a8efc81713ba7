# «Настройки».
settings-title = Настройки
settings-saved = Сохранено
settings-default = Как в боте по умолчанию

settings-now-lang = Язык: { $value }
settings-now-zone = Часовой пояс: { $value }
settings-now-start = Напоминания о начале, осталось: { $value }
settings-now-due = Напоминания о сдаче, осталось: { $value }
settings-now-quiet = Тихие часы: { $value }

settings-button-lang = Язык
settings-button-zone = Часовой пояс
settings-button-start = Напоминания о начале работы
settings-button-due = Напоминания о сдаче
settings-button-quiet = Тихие часы

settings-about-lang = На каком языке говорит бот. Тексты другой стороны он не переводит.
settings-about-zone = По нему считаются тихие часы. Время в сообщениях Telegram сам показывает по часам вашего телефона.
settings-about-start = За сколько до автоотмены напомнить, что пора приступить к работе. Отметьте одно или несколько.
settings-about-due = За сколько до срока напомнить, что пора сдать работу. Отметьте одно или несколько.
settings-about-quiet = Если напоминание попадает в тихие часы, оно придёт до их начала, не позже.
settings-quiet-zone = Считаются по поясу: { $zone }

language-ru = Русский
language-en = English
language-client = Как в Telegram
language-of-client = как в Telegram ({ $name })

settings-zone-other = Другой
settings-quiet-own = Своё
settings-quiet-off = Без тихих часов
settings-quiet-none = нет

settings-type-zone = Напишите город или разницу с UTC. Например: «Тбилиси», «UTC+5» или «Asia/Tbilisi».
settings-type-quiet = Напишите, с какого и до какого времени не беспокоить. Например: «23:00–08:00».
