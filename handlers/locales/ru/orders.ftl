# Заказ: карточка, кнопки, новости, предупреждения, формы.

order-title = Заказ №{ $number } · { $title }
card-number = Заказ №{ $number }
card-other-seller = Продавец: { $name }
card-other-buyer = Покупатель: { $name }
card-price = Цена: { $price }
card-payment-direct = Оплата: напрямую между вами, бот денег не держит
card-payment-awaited = Оплата: через Telegram, до приёмки деньги под защитой
card-payment-held = 🛡 Деньги под защитой до приёмки работы
card-payment-released = Деньги переданы продавцу
card-payment-returned = Деньги возвращаются покупателю
card-commission = Комиссия { $percent } %: вы получите { $net }
money-back =
    { $method ->
        [direct] Платить за заказ не нужно.
        [elsewhere] Если вы уже заплатили, договоритесь с продавцом о возврате.
        [stars] Звёзды возвращаются вам: когда вернутся, придёт сообщение.
       *[provider] Деньги вернёт оператор: когда вернёт, придёт сообщение.
    }
money-back-then =
    { $method ->
        [direct] Платить за него будет не нужно.
        [elsewhere] Если вы уже заплатили, договоритесь с продавцом о возврате.
        [stars] Звёзды вернутся вам.
       *[provider] Деньги вернёт оператор.
    }
payment-stray =
    { $method ->
        [stars] Пришёл платёж на { $amount }, но оплачивать по нему уже нечего. Звёзды возвращаются вам.
       *[provider] Пришёл платёж на { $amount }, но оплачивать по нему уже нечего. Оператор вернёт деньги.
    }
payment-not-checked = Сейчас счёт проверить не получилось, деньги не списаны. Попробуйте ещё раз.
money-released = На вашем балансе: +{ $amount }.
money-kept = Комиссия { $percent } %: { $amount }.
money-is-back = Ваш платёж возвращён: { $amount }.
news-money-returned = Вам возвращено { $amount } за заказ.
card-term =
    { $days ->
        [one] Срок: { $days } день
        [few] Срок: { $days } дня
       *[many] Срок: { $days } дней
    }
card-status = Статус: { $status }
card-returns =
    { $n ->
        [one] Возвращался на доработку { $n } раз
        [few] Возвращался на доработку { $n } раза
       *[many] Возвращался на доработку { $n } раз
    }
card-brief = Информация от покупателя
card-brief-more = … всё целиком — кнопка «Задание»
card-start-means = Кнопка «Приступаю к работе» означает: с заданием вы согласны, в нём всё ясно, информации достаточно.
lead-new-order = 🔔 Новый оплаченный заказ

status-awaiting-payment = Ожидает оплаты
status-not-started = Не начат
status-in-progress = В работе
status-in-review = На проверке
status-completed = Выполнен
status-cancelled = Отменён
status-overdue = Просрочен
status-cancellation-pending = Согласуется отмена

clock-awaiting-payment = { $method ->
        [direct] Подтвердите
       *[other] Оплатите
    } до { $moment } ({ $countdown })
clock-not-started = Автоотмена { $countdown }, { $moment }
clock-in-progress = Сдать { $countdown }, до { $moment }
clock-overdue = Срок вышел { $countdown }, { $moment }
clock-in-review = Будет принят автоматически { $countdown }, { $moment }
clock-answer-buyer = Покупатель отвечает до { $moment } ({ $countdown })
clock-answer-seller = Продавец отвечает до { $moment } ({ $countdown })

ending-accepted = Покупатель принял работу
ending-auto-accepted = Принят автоматически: срок проверки вышел
ending-lapsed = Время на оплату вышло
ending-abandoned = Покупатель передумал заказывать
ending-auto-cancelled = Автоотмена: продавец не приступил вовремя
ending-cancelled-before-start = Покупатель отменил до начала работы
ending-changed-mind = Покупатель передумал сразу после начала
ending-cancelled-overdue = Покупатель отменил просроченный заказ
ending-excused = Отменён по уважительной причине
ending-blamed = Отменён по неуважительной причине
ending-cancelled-anyway = Продавец отменил без согласия покупателя
ending-seller-agreed = Отменён по просьбе покупателя
ending-silence = Отменён: ответа на запрос не было

reason-mismatch = Требования покупателя не соответствуют описанию кворка
reason-no-information = Покупатель не предоставил необходимую информацию
reason-no-contact = Покупатель не выходит на связь
reason-agreed = Договорились с покупателем
reason-unable = Не могу выполнить заказ
reason-no-time = Нет времени
reason-not-needed = Работа больше не нужна
reason-seller-silent = Продавец не выходит на связь
reason-agreed-with-seller = Договорились с продавцом
reason-other = Другая причина

button-confirm-order = ✅ Подтвердить заказ
button-pay-now = Оплатить { $price }
invoice-comes = Счёт ниже
invoice-description = «{ $what }»: деньги под защитой до приёмки работы.
button-pay = ⭐ Оплатить
button-start-work = ✅ Приступаю к работе
button-cancel-order = Отменить заказ
button-withdraw-request = Отозвать запрос
button-cancel-anyway = Отменить всё равно
button-reason-excused = Причина уважительная
button-reason-blamed = Причина неуважительная
button-do-not-cancel = Не отменять
button-agree-to-cancel = Согласен на отмену
button-deliver = 📦 Сдать выполненную работу
button-interim = Показать промежуточный результат
button-accept-work = ✅ Принять работу
button-send-back = Отправить на доработку
button-offer-option = Предложить опции
button-ask-to-wait = Попросить подождать
button-write = Написать
button-ask-information = Запросить информацию
button-open-order = Открыть заказ №{ $number }
button-brief = Задание
button-history = История
button-orders = Заказы
button-yes-cancel = Да, отменить
button-send-to-seller = Отправить покупателю
button-send-to-buyer = Отправить продавцу
button-rewrite = Написать иначе
button-send-delivery = 📦 Сдать
button-send-remarks = Отправить на доработку
button-send-interim = Показать покупателю
button-send-message = Отправить

moved-pay = Заказ подтверждён
moved-start = Вы приступили к работе
moved-ok = Заказ отменён
moved-bad = Заказ отменён
moved-no = Заказ продолжается
moved-agree = Заказ отменён
moved-refuse = Заказ продолжается
moved-take = Запрос отозван
moved-late = Заказ отменён
moved-accept = Работа принята

news-order-paid-seller = { $name } { $method ->
        [direct] подтверждает
       *[other] оплачивает
    } заказ. Автоотмена: { $moment }.
news-order-paid-buyer = { $method ->
        [direct] Заказ подтверждён и передан продавцу.
       *[other] Оплата получена, деньги под защитой: продавец получит их, когда вы примете работу.
    } { $name } приступит к работе или ответит до { $moment }, иначе заказ отменится сам.
news-work-started-seller = Вы приступили к работе. Сдайте её до { $moment }, бот напомнит заранее.
news-work-started-buyer = { $name } приступает к работе. Срок: { $moment }.
news-work-started-mind = Передумать без последствий можно ещё { $left }
news-cancellation-requested-asker = Запрос на отмену отправлен. Часы заказа остановлены. { $name } отвечает до { $moment }; без ответа заказ отменится без влияния на рейтинг.
news-cancellation-requested-answerer = { $name } просит отменить заказ. Часы остановлены, ответьте до { $moment }. Без ответа заказ отменится, на рейтинг это не повлияет.
news-verdicts-mean = «Причина уважительная»: заказ отменяется, рейтинг продавца не меняется. «Причина неуважительная»: заказ отменяется, рейтинг продавца снизится. «Не отменять»: заказ продолжается.
news-cancellation-withdrawn-asker = Вы отозвали запрос на отмену. Заказ продолжается, часы идут до { $moment }.
news-cancellation-withdrawn-answerer = { $name } больше не просит отменить заказ. Заказ продолжается, часы идут до { $moment }.
news-cancellation-declined-answerer = Вы решили продолжить заказ. Часы идут до { $moment }.
news-cancellation-declined-asker = { $name } не соглашается отменять заказ. Он продолжается, часы идут до { $moment }.
news-cancellation-declined-asker-seller = { $name } не соглашается отменять заказ. Он продолжается, часы идут до { $moment }. Можно попросить ещё раз или отменить без согласия — тогда рейтинг снизится.
news-work-delivered-seller = Работа сдана, часы остановлены. { $name } проверяет до { $moment }, потом работа будет принята автоматически.
news-work-delivered-seller-again =
    { $returns ->
        [one] Работа сдана снова, часы остановлены. До этого заказ возвращался { $returns } раз. { $name } проверяет до { $moment }.
        [few] Работа сдана снова, часы остановлены. До этого заказ возвращался { $returns } раза. { $name } проверяет до { $moment }.
       *[many] Работа сдана снова, часы остановлены. До этого заказ возвращался { $returns } раз. { $name } проверяет до { $moment }.
    }
news-work-delivered-buyer = 📦 { $name } сдаёт работу — она выше. Проверьте её и примите или отправьте на доработку до { $moment }. Потом она будет принята автоматически.
news-work-returned-seller = { $name } возвращает работу на доработку, замечания выше. Часы снова идут, срок: { $moment }.
news-work-returned-seller-late = { $name } возвращает работу на доработку, замечания выше. Срок вышел { $moment }, поэтому покупатель может отменить заказ в один клик: напишите, когда ждать исправлений.
news-work-returned-buyer = Замечания отправлены продавцу. Заказ снова в работе, срок: { $moment }.
news-work-returned-buyer-late = Замечания отправлены продавцу. Срок заказа вышел { $moment }, отменить его можно в один клик.
heading-delivery = 📦 { $name } сдаёт работу · заказ №{ $number } «{ $title }»
heading-remarks = 🔁 { $name } возвращает на доработку · заказ №{ $number } «{ $title }»
heading-message = 💬 { $name } · заказ №{ $number } «{ $title }»
heading-information = ❓ { $name } просит информацию для работы · заказ №{ $number } «{ $title }»
heading-interim = 👀 { $name } показывает промежуточный результат · заказ №{ $number } «{ $title }»
news-said-message = 💬 Вам пишет { $name }
news-said-information = ❓ { $name } просит информацию для работы — список выше. Ответьте кнопкой «Написать».
news-said-interim = 👀 { $name } показывает промежуточный результат. Это ещё не сдача: часы идут, принимать пока нечего.
news-due-passed-seller = Срок заказа вышел. Заказ продолжается, но покупатель может отменить его в один клик. Большинство опоздавших заказов завершается хорошо, если вовремя попросить покупателя подождать: напишите ему и назовите дату.
news-due-passed-buyer = Срок заказа вышел. { $name } ещё не сдаёт работу. Заказ продолжается; ждать не обязательно — отменить его можно в один клик.
news-ended-accepted-seller = 🎉 { $name } принимает работу. Спасибо, что довели дело до конца. Рейтинг ответственности: { $rating }.
news-ended-accepted-buyer = Вы приняли работу. Спасибо за заказ.
news-ended-auto-accepted-seller = Срок проверки вышел, работа принята автоматически. Рейтинг ответственности: { $rating }.
news-ended-auto-accepted-buyer = Срок проверки вышел, работа принята автоматически. Спасибо за заказ.
news-ended-auto-cancelled-seller = Автоотмена: за отведённое время вы не приступили к работе. Рейтинг ответственности { $fell ->
        [0] остался прежним
       *[other] снизился
    }: { $rating }.
news-ended-auto-cancelled-buyer = Продавец не приступил к работе вовремя, заказ отменён. { $back }
news-ended-cancelled-before-start-seller = { $name } отменяет заказ до начала работы. На рейтинг это не влияет.
news-ended-cancelled-before-start-buyer = Вы отменили заказ до начала работы. { $back }
news-ended-changed-mind-seller = { $name } отменяет заказ сразу после начала. На рейтинг это не влияет.
news-ended-changed-mind-buyer = Вы отменили заказ. { $back }
news-ended-cancelled-overdue-seller = { $name } отменяет просроченный заказ. Рейтинг ответственности { $fell ->
        [0] остался прежним
       *[other] снизился
    }: { $rating }.
news-ended-cancelled-overdue-buyer = Вы отменили просроченный заказ. { $back }
news-ended-excused-seller = { $name } считает причину уважительной. Заказ отменён, рейтинг не изменился: { $rating }.
news-ended-excused-buyer = Заказ отменён по уважительной причине. { $back }
news-ended-blamed-seller = { $name } считает причину неуважительной. Заказ отменён, рейтинг ответственности { $fell ->
        [0] остался прежним
       *[other] снизился
    }: { $rating }.
news-ended-blamed-buyer = Заказ отменён по неуважительной причине, рейтинг продавца снизится. { $back }
news-ended-cancelled-anyway-seller = Вы отменили заказ без согласия покупателя. Рейтинг ответственности { $fell ->
        [0] остался прежним
       *[other] снизился
    }: { $rating }.
news-ended-cancelled-anyway-buyer = { $name } отменяет заказ. { $back }
news-ended-seller-agreed-seller = Вы согласились отменить заказ. На рейтинг это не влияет.
news-ended-seller-agreed-buyer = { $name } соглашается на отмену. Заказ отменён. { $back }
news-ended-silence-seller = Ответа на запрос об отмене не было, заказ отменён. На рейтинг это не влияет.
news-ended-silence-buyer = Ответа на запрос об отмене не было, заказ отменён. { $back }

warning-start-warning = ⏳ Осталось { $left } до автоотмены: { $moment }. Приступите к работе или отмените заказ с причиной.
warning-due-warning = ⏳ До сдачи заказа осталось { $left } Срок: { $moment }.
warning-review-warning = ⏳ Заказ будет принят автоматически через { $left } Проверьте работу до { $moment }.
warning-answer-warning-buyer = ⏳ Продавец просит отменить заказ. Ответьте до { $moment }: осталось { $left } Без ответа заказ отменится.
warning-answer-warning-seller = ⏳ Покупатель просит отменить заказ. Ответьте до { $moment }: осталось { $left } Без ответа заказ отменится.

rating-none = нет данных

cancel-choose-reason-seller = Почему вы хотите отменить заказ №{ $number }? Лучше заранее договориться с покупателем. Он увидит причину и решит, уважительная ли она.
cancel-choose-reason-buyer = Почему вы хотите отменить заказ №{ $number }? Продавец увидит причину и ответит.
cancel-ask-explanation-seller = Объясните покупателю, что случилось: от { $least } до { $most } символов.
cancel-ask-explanation-buyer = Объясните продавцу, что случилось: от { $least } до { $most } символов.
cancel-rewrite = Напишите объяснение заново: от { $least } до { $most } символов.
cancel-preview-seller = Заказ №{ $number }. Так запрос увидит покупатель:
cancel-preview-buyer = Заказ №{ $number }. Так запрос увидит продавец:
cancel-rating-now = Ваш рейтинг ответственности: { $rating }
cancel-rating-excused = С вердиктом «Причина уважительная» останется: { $rating }
cancel-rating-blamed = С вердиктом «Причина неуважительная» станет: { $rating }
cancel-advice = Совет: сначала договоритесь с покупателем, извинитесь, если вина ваша, и ясно объясните, почему иначе нельзя.
cancel-sent = Запрос на отмену заказа №{ $number } отправлен.
cancel-stayed = Вы не стали отменять заказ №{ $number }.

sure-drop = Отказаться от заказа №{ $number }? Ваши ответы на вопросы продавца не сохранятся.
sure-early = Отменить заказ №{ $number } «{ $title }»? { $back } На рейтинг продавца это не повлияет.
sure-mind = Отменить заказ №{ $number } «{ $title }»? Продавец уже начал, но это ещё можно сделать без последствий.
sure-any = Отменить заказ №{ $number } без согласия покупателя? Рейтинг ответственности станет: { $rating }.
sure-done = Заказ №{ $number } отменён.

handover-ask-delivery = Заказ №{ $number }. Хорошая сдача — это когда:
    • сделано и проверено на 100 % всё, что есть в задании;
    • учтены все замечания покупателя;
    • ничего не оставлено «на потом».
    Если работа ещё не готова, покажите промежуточный результат: часы при этом идут как шли.

    Напишите сообщение покупателю и приложите файлы.
handover-ask-remarks = Заказ №{ $number }. Напишите, что исправить, по пунктам. Можно приложить файлы.
handover-ask-interim = Заказ №{ $number }. Пришлите текст или файлы: покупатель увидит, что это промежуточный результат. Статус и часы не изменятся.
handover-ask-message = Заказ №{ $number }. Пришлите сообщение или файлы для другой стороны.
handover-returns =
    { $n ->
        [one] Заказ возвращался на доработку { $n } раз: проверьте всё ещё раз.
        [few] Заказ возвращался на доработку { $n } раза: проверьте всё ещё раз.
       *[many] Заказ возвращался на доработку { $n } раз: проверьте всё ещё раз.
    }
handover-draft = Ваш черновик сохранён ({ $files }). Добавьте ещё или идите дальше.
handover-got = Принято. Пришлите ещё или нажмите «{ $next }».
handover-got-album = Альбом принят. Пришлите ещё или нажмите «{ $next }».
handover-preview = Так работу увидит покупатель:
handover-preview-end = Всё верно? К сдаче: сообщение и { $files }.
handover-more = Пришлите, что добавить.
handover-sent-delivery = Работа по заказу №{ $number } сдана.
handover-sent-remarks = Замечания по заказу №{ $number } отправлены.
handover-sent-interim = Промежуточный результат по заказу №{ $number } отправлен.
handover-sent-message = Сообщение по заказу №{ $number } отправлено.
handover-cancelled = Ничего не отправлено. Заказ №{ $number } без изменений.

failed-for-person = Что-то сломалось на нашей стороне. Ваше сообщение сохранено, оператор уже знает. Код: { $code }

# Опции: платная дополнительная работа.
option-days =
    { $days ->
        [0] срок тот же
        [one] +{ $days } день
        [few] +{ $days } дня
       *[many] +{ $days } дней
    }
card-option = ➕ Опция: { $title }, { $price }, { $days }
option-words = { $title }, { $price }, { $days }
card-bought = В цену и срок входят опции:
card-bought-option = ☑ { $title }, { $price }, { $days }
options-more =
    { $n ->
        [one] …и ещё { $n } опция
        [few] …и ещё { $n } опции
       *[many] …и ещё { $n } опций
    }
option-choose = Заказ №{ $number }. Какую опцию предложить покупателю?
option-choice-changed = Опции с тех пор изменились. Выберите ещё раз.
button-own-option = Своя опция
option-ask-title = Заказ №{ $number }. Что вы предлагаете сделать дополнительно? Название от { $least } до { $most } символов.
option-ask-price = Сколько это стоит? Напишите цену числом, например: 500.
option-ask-days = Сколько дней добавить к сроку? Число от { $least } до { $most }; 0, если срок тот же.
option-preview = Заказ №{ $number }. Так опцию увидит покупатель:
button-send-option = Предложить
option-sent = Опция по заказу №{ $number } предложена покупателю.
button-pay-option = ✅ Оплатить опцию: { $price } · { $title }
button-decline-option = Отказаться от опции «{ $title }»
button-withdraw-option = Отозвать опцию «{ $title }» ({ $price })
option-pay = Опция оплачена
option-no = Вы отказались от опции
option-take = Предложение отозвано
news-option-offered-seller = Опция предложена покупателю. Она войдёт в цену и срок заказа, когда он её оплатит.
news-option-offered-buyer = { $name } предлагает дополнительную работу. Оплатите опцию, если согласны: она войдёт в цену и срок заказа.
news-option-paid-seller = Покупатель оплатил опцию: { $title }, { $price }, { $days }.
news-option-paid-buyer = Опция добавлена к заказу: { $title }, { $price }, { $days }.
news-option-paid-due = Новый срок: { $moment }.
news-option-declined-seller = Покупатель отказался от опции: { $title }, { $price }, { $days }. Если без неё работу не сделать, заказ можно отменить с причиной.
news-option-declined-buyer = Вы отказались от опции: { $title }, { $price }, { $days }. Заказ без изменений.
news-option-withdrawn-seller = Вы отозвали опцию: { $title }, { $price }, { $days }.
news-option-withdrawn-buyer = Продавец отозвал опцию: { $title }, { $price }, { $days }. Заказ без изменений.
news-option-closed = Предложение больше не действует: { $title }, { $price }, { $days }.

# Просьба подождать.
card-wait = ⏳ Продавец просит подождать до { $moment }
wait-choose = Заказ №{ $number }. Сколько ещё времени вам нужно? Дни добавятся к сроку, а если он вышел — к текущему моменту.
button-other-date = Другая дата
wait-ask-date = Заказ №{ $number }. До какой даты подождать? Напишите её так: 30.11.
wait-sent = Просьба подождать по заказу №{ $number } отправлена покупателю.
button-wait-agree = ✅ Подожду
button-wait-decline = Не согласен
wait-agreed = Новый срок принят
wait-declined = Срок остаётся прежним
news-wait-requested-seller = Вы попросили подождать до { $moment }. Часы идут, пока покупатель не ответил.
news-wait-requested-buyer = { $name } просит подождать до { $moment }. Если вы согласны, это и будет новый срок.
news-wait-agreed-seller = { $name } подождёт. Новый срок: { $moment }.
news-wait-agreed-buyer = Вы согласились подождать. Новый срок: { $moment }.
news-wait-declined-seller = { $name } не соглашается ждать. Срок остаётся прежним.
news-wait-declined-buyer = Вы не согласились ждать. Срок остаётся прежним.
news-wait-closed = Просьба подождать больше не действует.
