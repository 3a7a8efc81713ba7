# Стол оператора: /admin.
operator-title = Стол оператора
operator-total-none = Чужих денег у бота сейчас нет.
operator-total-escrow = Под защитой в заказах: { $amount }
operator-total-refund = К возврату покупателям: { $amount }
operator-total-seller = На балансах продавцов: { $amount }
operator-total-payout = В запрошенных выплатах: { $amount }
operator-total-commission = Ваша комиссия: { $amount }
operator-button-home = К столу оператора
operator-button-find = Найти
operator-button-disputes = Споры: { $n }
operator-button-payouts = Выплаты: { $n }
operator-button-refunds = Возвраты: { $n }
operator-button-failed = Сбои: { $n }
operator-button-statistics = Статистика
operator-button-texts = Тексты
operator-since = Ждёт с { $moment }

operator-find-ask = Что найти? Напишите номер заказа, имя, @имя или id человека, либо номер платежа.
operator-find-none = Ничего не нашлось. Проверьте, нет ли опечатки, и напишите ещё раз.
operator-found = Что открыть?

operator-refunds-title =
    { $n ->
        [one] { $n } возврат ждёт
        [few] { $n } возврата ждут
       *[many] { $n } возвратов ждут
    }
operator-refunds-none = Всё возвращено.
operator-refund-due = Нужно вернуть деньги
operator-refund-how = Верните их у платёжного провайдера или переводом, потом нажмите кнопку: покупатель узнает об этом.
operator-refund-line = Возврат №{ $id }: { $amount }, { $name }, id { $person }
operator-refund-order = Заказ №{ $number }
operator-refund-charge = Платёж { $charge }
operator-refund-part = Часть платежа: Telegram возвращает платежи только целиком, поэтому вернуть её нужно вручную.
operator-refund-error =
    { $n ->
        [one] Бот пробовал { $n } раз: { $error }
        [few] Бот пробовал { $n } раза: { $error }
       *[many] Бот пробовал { $n } раз: { $error }
    }
operator-button-refunded = Возвращено: №{ $id }, { $amount }
operator-button-try-now = Повторить возврат №{ $id } сейчас
operator-refund-done = Отмечено: возвращено { $amount }
operator-refund-confirmed = Возврат №{ $id }: { $amount } отмечены как возвращённые, покупатель знает.
operator-refund-tried = Бот пробует ещё раз

operator-order-seller = Продавец: { $name }, id { $person }
operator-order-buyer = Покупатель: { $name }, id { $person }
operator-method-stars = Оплата: звёздами Telegram
operator-method-provider = Оплата: через платёжного провайдера
operator-method-direct = Оплата: напрямую между сторонами
operator-order-held = Под защитой: { $amount }
operator-order-charge = Платёж { $amount }: { $charge }

operator-person-id = id { $person }
operator-person-username = Ник: { $username }
operator-person-rating = Рейтинг ответственности: { $rating } (выполнено: { $kept }, сорвано: { $broken })
operator-person-balance = На балансе: { $amount }
operator-person-orders = Заказов всего: { $n }
operator-person-reason = Причина: { $reason }
operator-standing-good = Ограничений нет
operator-standing-paused = Продажи приостановлены
operator-standing-banned = Доступ закрыт
operator-button-pause = Приостановить продажи
operator-button-ban = Закрыть доступ
operator-button-good = Снять ограничения
operator-is-good = Ограничений уже нет
operator-ask-pause = Приостановить продажи: { $name }. Новых заказов не будет, начатые идут дальше. Напишите причину, человек её прочтёт: от { $least } до { $most } символов.
operator-ask-ban = Закрыть доступ: { $name }. Человек не сможет ничего делать в боте; часы его заказов идут дальше. Напишите причину, человек её прочтёт: от { $least } до { $most } символов.

operator-failed-title =
    { $n ->
        [one] { $n } сбой
        [few] { $n } сбоя
       *[many] { $n } сбоев
    }
operator-failed-none = Всё обработано.
operator-failed-line = { $code } · { $kind } · id { $person } · { $moment }
operator-button-retry = Повторить { $code }
operator-button-drop = Забыть { $code }
operator-failed-retry = Обрабатывается ещё раз
operator-failed-drop = Больше не повторяется

operator-texts-title = Какой текст изменить? Люди читают их по командам /terms и /paysupport.
operator-text-name = /{ $name } · { $language }
operator-text-ask = Пришлите новый текст одним сообщением, до { $most } символов. Оформление сохранится.
operator-button-anew = Написать заново
operator-button-own = Вернуть исходный
operator-text-restored = Исходный текст вернулся

# Что об этом узнаёт сам человек.
banned = Доступ к боту для вас закрыт. Причина: { $reason } Если это ошибка, напишите { $operator }.
standing-no-reason = не указана.
standing-now-paused = Оператор приостановил ваши продажи: новых заказов пока не будет. Начатые заказы идут дальше. Причина: { $reason }
standing-now-banned = Оператор закрыл вам доступ к боту. Причина: { $reason }
standing-now-good = Оператор снял ограничения: всё работает как раньше.

# Категории.
operator-button-categories = Категории
operator-categories-are = Так их видят покупатели и продавцы. Нажмите на категорию, чтобы изменить её.
operator-categories-none = Категорий пока нет. Добавьте первую, и продавцы смогут выбирать категорию для кворка.
operator-category-add = Добавить категорию
operator-category-name = Переименовать
operator-category-up = Выше
operator-category-down = Ниже
operator-category-drop = Удалить
operator-category-sure = Да, удалить
operator-category-at-the-end = Дальше двигать некуда
operator-category-remove-sure = Удалить категорию «{ $name }»? Её кворки останутся в каталоге без категории.
operator-category-ask-ru = Напишите название по-русски, от { $least } до { $most } символов.
operator-category-ask-en = Теперь по-английски, от { $least } до { $most } символов.
