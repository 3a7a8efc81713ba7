# Информация для работы: продавец спрашивает по пунктам, покупатель отвечает.
button-answer = Ответить
button-answer-all = Ответить на всё сразу
button-not-needed = Не ждать ответов
button-not-needed-all = Не ждать ни одного ответа
button-send-request = Отправить запрос
button-send-as-message = Отправить сообщением
button-later = Позже
button-is-answer = Да, это ответ
button-is-answer-to-all = Да, на все пункты
button-is-message = Нет, просто сообщение

card-owed-seller =
    { $n ->
        [one] ❓ Ждём от покупателя: { $n } ответ
        [few] ❓ Ждём от покупателя: { $n } ответа
       *[many] ❓ Ждём от покупателя: { $n } ответов
    }
card-owed-buyer =
    { $n ->
        [one] ❓ Продавец ждёт от вас: { $n } ответ
        [few] ❓ Продавец ждёт от вас: { $n } ответа
       *[many] ❓ Продавец ждёт от вас: { $n } ответов
    }
owed-more = … и ещё { $n }

# Продавец спрашивает.
information-ask = Заказ №{ $number }. Напишите, чего не хватает для работы, каждый пункт с новой строки. Часы заказа идут.
information-asked-before = Покупатель ещё не ответил:
information-ask-anew = Напишите список заново, каждый пункт с новой строки.
information-preview = Заказ №{ $number }. Так список увидит покупатель:
information-preview-more = Нужно что-то ещё? Просто допишите, пункты добавятся.
information-sent = Запрос по заказу №{ $number } отправлен. Ответы придут сюда, и бот скажет, когда получены все.
heading-answer = 📋 { $name } отвечает на запрос · заказ №{ $number } «{ $title }»
news-information-requested = ❓ { $name } просит информацию для работы. Ответить можно по пунктам или на всё сразу, текстом и файлами:
news-information-answered = 📋 { $name } отвечает на запрос информации, ответ выше:
news-information-filed = 📋 { $name } уточняет: сообщение выше — это ответ на запрос информации:
news-information-left =
    { $n ->
        [one] Без ответа остаётся { $n } пункт.
        [few] Без ответа остаются { $n } пункта.
       *[many] Без ответа остаются { $n } пунктов.
    }
news-information-whole = ✅ Все ответы получены. Они вошли в задание.
news-information-closed = { $name } больше не ждёт ответа:

# Покупатель отвечает.
information-choose = Заказ №{ $number }. Продавец ждёт ответа:
information-choose-one = На какой пункт ответить?
information-answer = Заказ №{ $number }. Ваш ответ:
information-next = Следующий пункт:
information-how = Пришлите текст или файлы, можно несколькими сообщениями.
information-later = Хорошо, это можно позже. Кнопка «Ответить» есть и на карточке заказа.
information-answered = Ответ отправлен продавцу и вошёл в задание заказа №{ $number }.
information-answered-all = Ответ отправлен продавцу и вошёл в задание заказа №{ $number }. Вы ответили на всё.
information-not-lost = Написанное не потеряно: его можно отправить продавцу обычным сообщением.
information-is-it-answer = Передано продавцу. Это ответ на его запрос? Тогда он войдёт в задание.

# Продавец больше не ждёт.
information-close = Заказ №{ $number }. Какой ответ больше не нужен? Покупатель об этом узнает.
information-closed = Больше не ждём ответа:
information-closed-all = Заказ №{ $number }. Больше никаких ответов не ждём.

warning-owed-seller =
    { $n ->
        [one] ❓ Покупатель ещё не ответил на { $n } пункт:
        [few] ❓ Покупатель ещё не ответил на { $n } пункта:
       *[many] ❓ Покупатель ещё не ответил на { $n } пунктов:
    }
warning-owed-buyer =
    { $n ->
        [one] ❓ Продавец ждёт от вас { $n } ответ:
        [few] ❓ Продавец ждёт от вас { $n } ответа:
       *[many] ❓ Продавец ждёт от вас { $n } ответов:
    }
reminder-start-warning = ⏳ Осталось { $left } до автоотмены: { $moment }. Продавец ещё не приступил к работе.
reminder-due-warning = ⏳ До сдачи заказа осталось { $left } Срок: { $moment }.

history-information-requested =
    { $n ->
        [one] Продавец запросил информацию: { $n } пункт
        [few] Продавец запросил информацию: { $n } пункта
       *[many] Продавец запросил информацию: { $n } пунктов
    }
history-information-answered =
    { $n ->
        [one] Покупатель ответил на пункт { $numbers }
       *[other] Покупатель ответил на пункты { $numbers }
    }
history-information-closed =
    { $n ->
        [one] Продавец больше не ждёт ответа на пункт { $numbers }
       *[other] Продавец больше не ждёт ответа на пункты { $numbers }
    }
history-information-lapsed =
    { $n ->
        [one] Без ответа остался пункт { $numbers }
       *[other] Без ответа остались пункты { $numbers }
    }
