# «@бот слова» в любом чате.
inline-description = { $price } · { $days } · рейтинг: { $rating }
inline-button-open = Открыть
inline-above = Открыть каталог
inline-nothing = Ничего не нашлось. Открыть каталог
inline-nothing-yet = Пока ничего не продаётся. Открыть бота
inline-banned = Доступ закрыт. Узнать почему
inline-failed = Не получилось найти. Открыть бота
gig-button-show-in-chat = Показать в чате
help-inline = В любом чате наберите { $bot } и что ищете: бот предложит кворки, и выбранный можно отправить собеседнику.
