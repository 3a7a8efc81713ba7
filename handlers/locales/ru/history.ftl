# «История» и задание целиком.
history-title = История заказа №{ $number }
history-seller = Продавец
history-buyer = Покупатель
history-after = , спустя { $duration }
history-placed = Покупатель оформил заказ. { $method ->
        [direct] Подтвердить
       *[other] Оплатить
    }: до { $until }
history-placed-with-options = Покупатель оформил заказ с опциями. { $method ->
        [direct] Подтвердить
       *[other] Оплатить
    }: до { $until }
history-paid = Покупатель подтвердил заказ. Приступить к работе: до { $until }
history-paid-held = Покупатель оплатил заказ, деньги под защитой: { $amount }. Приступить к работе: до { $until }
history-money-returned = Покупателю возвращено { $amount }
history-started = Продавец приступил к работе. Сдать: до { $until }
history-cancellation-requested = { $who } просит отменить заказ. Ответить: до { $until }
history-cancellation-withdrawn = { $who } отозвал запрос на отмену. Часы снова идут: до { $until }
history-cancellation-declined = { $who } не согласился на отмену. Часы снова идут: до { $until }
history-delivered = Продавец сдал работу, сдача { $number }. Проверить: до { $until }
history-returned = Покупатель отправил работу на доработку. Сдать: до { $until }
history-said-message = { $who } написал
history-said-information-request = { $who } запросил информацию
history-said-interim-result = { $who } показал промежуточный результат
history-said-edited = { $who } изменил сообщение
history-due-passed = Срок заказа вышел
history-put-off-auto-cancel = Автоотмена перенесена на { $until }: о ней не удалось предупредить за час
history-put-off-auto-accept = Автоматическая приёмка перенесена на { $until }: о ней не удалось предупредить за час
history-put-off-answer-expiry = Время на ответ об отмене продлено до { $until }: о его конце не удалось предупредить за час
history-total = Всего от оформления до конца: { $duration }
history-pages = Страница { $page } из { $pages }
history-whole = Кнопка с номером покажет запись целиком, с файлами.
history-earlier = ‹ Раньше
history-later = Позже ›

brief-title = Задание заказа №{ $number }
brief-end = Это всё задание заказа №{ $number }.
brief-without-questions = Вопросов к покупателю у кворка не было: заказ сделан по описанию.

history-option-offered = Продавец предложил опцию: { $title }, { $price }, { $days }
history-option-paid = Покупатель оплатил опцию: { $title }, { $price }, { $days }
history-option-declined = Покупатель отказался от опции: { $title }, { $price }, { $days }
history-option-withdrawn = Продавец отозвал опцию: { $title }, { $price }, { $days }
history-wait-requested = Продавец попросил подождать до { $until }
history-wait-agreed = Покупатель согласился подождать до { $until }
history-wait-declined = Покупатель не согласился ждать до { $until }
history-requests-closed = Предложения без ответа закрыты

# Заказ файлом.
button-export-html = Скачать HTML
button-export-json = Скачать JSON
export-on-its-way = Файл сейчас придёт
export-which = Какой заказ? Напишите его номер после команды: /export 12
export-caption-html = Заказ №{ $number } «{ $title }» целиком: откройте файл в браузере, его можно распечатать.
export-caption-json = Заказ №{ $number } «{ $title }» целиком, для программ. Времена — в UTC.
export-price = Цена
export-term = Срок
export-options = Опции
export-placed = Оформлен
export-paid = Подтверждён
export-started = Начат
export-until = Часы идут до
export-ended = Завершён
export-took = Всего прошло
export-returns = Доработок
export-description = Что заказано
export-brief = Задание
export-timeline = История
export-made = Выгружено { $moment }. Время на этой странице: { $zone }.
export-files-stay = Файлы хранятся в Telegram: бот пришлёт их снова из «Истории» заказа.
export-file-photo = Фото
export-file-document = Документ
export-file-video = Видео
export-file-audio = Аудио
export-file-voice = Голосовое сообщение
export-file-video-note = Видеосообщение
export-file-animation = Анимация
export-file-sticker = Стикер
