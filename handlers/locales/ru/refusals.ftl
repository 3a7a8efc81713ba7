# Почему нельзя: одно предложение, что не так и что делать. До 200 символов: столько вмещает ответ на нажатие.
refusal-no-such-order = Такого заказа у вас нет. Ваши заказы — в /orders.
refusal-wrong-side = Это решает другая сторона заказа.
refusal-own-gig = Это ваш кворк: заказать у самого себя нельзя.
refusal-no-such-gig = Такого кворка у вас нет. Ваши кворки — в /gigs.
refusal-banned = Доступ к боту для вас закрыт. Напишите боту любое сообщение, чтобы узнать причину.
refusal-no-such-person = Такого человека бот не знает.
refusal-no-such-update = Этого сбоя в списке уже нет: его повторили или забыли.
refusal-reason-length = Нужно объяснение от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-other-currency = Бот принимает теперь другую валюту: продавцу нужно указать новую цену.
refusal-paid-by-invoice = Этот заказ оплачивается счётом: нажмите «Оплатить» в карточке заказа.
refusal-paid-directly = Этот заказ стороны оплачивают напрямую: бот денег за него не принимает.
refusal-wrong-amount = Сумма счёта больше не подходит: откройте заказ и нажмите «Оплатить» ещё раз.
refusal-no-such-refund = Этот возврат уже сделан.
refusal-no-such-payout = Эта заявка уже закрыта: её выплатили, отклонили или отозвали. Что на балансе сейчас, покажет /balance.
refusal-not-enough-money = На балансе теперь { $available }: меньше, чем в заявке. Нажмите «Сумма» и укажите другую.
refusal-amount-out-of-range = На балансе { $available }. Напишите сумму больше нуля и не больше этой.
refusal-amount-not-understood = { $currency ->
    [XTR] Напишите сумму целым числом. Например: 500.
   *[other] Напишите сумму числом. Например: 500 или 499,90.
    }
refusal-nothing-to-withdraw = Выводить пока нечего: на балансе пусто. Деньги придут, когда покупатель примет работу.
refusal-no-operator = Вывести пока нельзя: у бота не указан оператор, который платит. Деньги остаются на балансе.
refusal-payout-target-length = Напишите, куда отправить деньги: от { $least } до { $most } символов, сейчас их { $actual }.
refusal-payout-reason-length = Нужна причина от { $least } до { $most } символов, сейчас в ней { $actual }: её прочтёт продавец.
refusal-not-on-sale = Этот кворк сейчас не продаётся. Проверьте ссылку или спросите продавца.

refusal-status-awaiting-payment = Заказ ещё ждёт оплаты.
refusal-status-not-started = Работа по заказу ещё не начата.
refusal-status-in-progress = Заказ уже в работе.
refusal-status-in-review = Заказ уже на проверке у покупателя.
refusal-status-completed = Заказ уже выполнен.
refusal-status-cancelled = Заказ уже отменён.

refusal-room-closed = Заказ завершён больше 30 дней назад: писать в него уже нельзя.
refusal-stale-button = Заказ с тех пор изменился. Посмотрите на него ещё раз и, если всё верно, нажмите снова.
refusal-clock-ran-out = Время на это вышло.
refusal-clock-still-runs = Время ещё не вышло.
refusal-cancellation-pending = Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос.
refusal-no-cancellation-pending = Запроса на отмену сейчас нет: на него уже ответили или его отозвали.
refusal-nothing-declined = Сначала попросите об отмене: отменить без согласия можно, только если покупатель отказал.
refusal-change-of-mind-over = Первые минуты после начала прошли. Теперь отмену нужно согласовать с продавцом.
refusal-change-of-mind-still-possible = Работа только началась: вы можете отменить заказ сразу, без запроса.
refusal-not-overdue = Срок заказа ещё не вышел, поэтому отмену нужно согласовать.
refusal-already-overdue = Срок заказа вышел: вы можете отменить его сразу, без запроса.

refusal-title-length = Нужно название от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-description-length = Нужно описание от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-too-many-questions = Нужно от { $least } до { $most } вопросов, каждый с новой строки. Сейчас их { $actual }.
refusal-question-length = Вопрос может быть не длиннее { $most } символов, в самом длинном сейчас { $actual }.
refusal-too-many-presets = У кворка может быть не больше { $most } опций. Сначала уберите одну из них.
refusal-preset-title-taken = Опция с таким названием у кворка уже есть. Напишите другое название.
refusal-nothing-to-search = Напишите словами, что вы ищете: нужна хотя бы одна буква или цифра.
refusal-search-too-long = Нужен запрос не длиннее { $most } символов, сейчас в нём { $actual }. Оставьте главные слова.
refusal-no-such-category = Такой категории больше нет. Откройте /catalog и выберите другую.
refusal-search-forgotten = Этот поиск уже забыт. Откройте /catalog и нажмите «Найти».
refusal-category-name-taken = Категория с таким названием уже есть. Напишите другое название.
refusal-category-name-length = Нужно название категории от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-term-out-of-range = Срок может быть от { $least } до { $most } дней. Напишите число из этого промежутка.
refusal-term-not-understood = Напишите срок целым числом дней, от { $least } до { $most }. Например: 3.
refusal-explanation-length = Нужно объяснение от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-text-too-long = Текст может быть не длиннее { $most } символов, сейчас вышло { $actual }. Сократите его или приложите файлом.
refusal-too-many-files = Можно приложить не больше { $most } файлов, сейчас вышло { $actual }.

refusal-price-out-of-range = Цена может быть от { $least } до { $most } { $currency ->
    [RUB] ₽
    [XTR] ⭐
    [USD] $
    [EUR] €
   *[other] { $currency }
    }. Напишите число из этого промежутка.
refusal-invoice-too-dear = Вместе с опциями выходит больше { $most } { $currency ->
    [RUB] ₽
    [XTR] ⭐
    [USD] $
    [EUR] €
   *[other] { $currency }
    }: столько один счёт не вмещает. Отметьте меньше опций.
refusal-price-not-understood = { $currency ->
    [XTR] Напишите цену целым числом. Например: 1500.
   *[other] Напишите цену числом. Например: 1500 или 1499,90.
    }

refusal-too-many-quick-replies = Быстрых ответов может быть не больше { $most }. Чтобы добавить новый, удалите один из прежних.
refusal-quick-reply-length = Ответ может быть от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-unknown-placeholder = Вместо { $word } подставить нечего: бот знает только { "{имя}" } и { "{заказ}" }. Исправьте слово или уберите скобки.
refusal-no-such-quick-reply = Этого быстрого ответа больше нет: вы изменили или удалили его.

refusal-unsupported-kind = Такое передать не получится. Пришлите текст, фото, видео, голосовое или файл.
refusal-text-expected = Здесь нужен текст: напишите ответ словами.
refusal-too-late-to-edit = Правка старше двух суток не передаётся: напишите новое сообщение.
refusal-form-over = Эта форма уже закрыта.
refusal-delivery-needs-text = К сдаче нужно сообщение: напишите покупателю, что готово.
refusal-empty-message = Сообщение пустое: пришлите текст или файл.
refusal-remarks-needed = Напишите, что нужно исправить: без этого вернуть работу нельзя.
refusal-brief-incomplete = Ответьте на все вопросы продавца: без этого заказ не оформить.

refusal-last-warning = Хотя бы одно напоминание должно остаться. Сначала отметьте другое.
refusal-timezone-not-understood = Такой пояс не нашёлся. Напишите город или разницу с UTC, например «Омск» или «UTC+6».
refusal-quiet-hours-not-understood = Напишите два разных времени, например «23:00–08:00».

refusal-no-such-item = На это уже ответили, или ответ больше не нужен.
refusal-too-many-items = Без ответа может быть не больше { $most } пунктов, вместе с прежними вышло { $actual }. Дождитесь ответов или сократите список.
refusal-item-length = Пункт может быть не длиннее { $most } символов, в самом длинном сейчас { $actual }.
refusal-list-too-long = Все пункты вместе могут быть не длиннее { $most } символов, сейчас вышло { $actual }. Сократите их или спросите часть позже.
refusal-too-many-options = Открытых предложений уже { $most }. Дождитесь ответа или отзовите одно из них.
refusal-extra-days-out-of-range = Напишите, сколько дней добавить, числом от { $least } до { $most }.
refusal-no-such-option = Это предложение уже не действует.
refusal-option-already-offered = Эта опция уже предложена: покупатель ещё не ответил.
refusal-no-such-preset = Такой опции у кворка сейчас нет. Выберите ещё раз.
refusal-no-wait-requested = Эта просьба подождать уже не действует.
refusal-wait-already-requested = Вы уже попросили подождать до этого времени: покупатель ещё не ответил.
refusal-wait-out-of-range = Новый срок должен быть позже нынешнего и не дальше 90 дней. Выберите другой.
refusal-date-not-understood = Напишите дату числом, например: 30.11 или 30.11.2026.
refusal-too-many-photos = В кворке не больше { $most } фото: остальные не добавлены. Уберите лишние или нажмите «Готово».
refusal-photo-expected = Здесь нужно фото. Пришлите его как фото, а не файлом: по одному или альбомом.
