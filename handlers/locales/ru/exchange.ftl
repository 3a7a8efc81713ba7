# «Биржа»: покупатель описывает, что ему нужно, продавцы откликаются, покупатель выбирает.
button-exchange = Биржа
command-exchange = Биржа: запросы покупателей
exchange-title-open = Биржа
exchange-title-own = Мои запросы
exchange-title-mine = Мои отклики
exchange-intro = Нужна работа — опишите её, и продавцы предложат цену и срок. Продаёте — откликайтесь на запросы.
exchange-none-open = Открытых запросов сейчас нет.
exchange-none-own = Запросов у вас пока нет. Опишите, что нужно сделать, и продавцы откликнутся сами.
exchange-none-mine = Вы пока ни на что не откликались. Откройте запрос на бирже и нажмите «Откликнуться».
exchange-none-in-category = В этой категории открытых запросов сейчас нет.
exchange-choose-category = Запросы какой категории показать?
exchange-line =
    { $number }. { $title } — { $budget }, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
exchange-line-own =
    { $number }. { $title } — { $state }, { $n ->
        [0] откликов нет
        [one] { $n } отклик
        [few] { $n } отклика
       *[many] { $n } откликов
    }
exchange-line-answered = { $number }. { $title } — { $state }

exchange-button-new = Создать запрос
exchange-button-own = Мои запросы
exchange-button-answered = Мои отклики
exchange-button-all = Все запросы
exchange-button-category = Категория
exchange-button-every-category = Все категории
exchange-button-subscription = Подписка
exchange-button-open = Открыть запрос
exchange-button-files = Файлы
exchange-button-edit = Изменить
exchange-button-close = Закрыть запрос
exchange-button-sure = Да, закрыть
exchange-button-again = Создать снова
exchange-button-resp = Откликнуться
exchange-button-stop = Закрыть с причиной
exchange-button-responses = Отклики
exchange-button-own-response = Мой отклик
exchange-button-response = Открыть отклик
exchange-button-back-to-responses = Все отклики
exchange-button-copy = Скопировать текст
exchange-button-send = Отправить отклик
exchange-button-answer = Ответить покупателю
exchange-button-reply = Ответить
exchange-button-send-words = Отправить
exchange-button-without-files = Без файлов
exchange-button-without-category = Без категории
exchange-button-without-budget = Обсудим
exchange-response-button-pick = Выбрать
exchange-response-button-sure = Да, выбрать
exchange-response-button-write = Задать вопрос
exchange-response-button-talk = Переписка
exchange-response-button-edit = Изменить отклик
exchange-response-button-take = Отозвать
exchange-response-button-gone = Да, отозвать

exchange-request = Запрос на бирже
exchange-own = Ваш запрос
exchange-buyer = Покупатель: { $name }
exchange-category = Категория: { $name }
exchange-budget = Бюджет: { $budget }
exchange-budget-open = обсудим
exchange-days =
    Желаемый срок: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
exchange-files =
    Приложено: { $n ->
        [one] { $n } файл
        [few] { $n } файла
       *[many] { $n } файлов
    }
exchange-files-of = Это файлы запроса «{ $title }».
exchange-until = Открыт до { $moment } ({ $countdown })
exchange-responses = Откликов: { $n }
exchange-responses-count =
    { $n ->
        [one] { $n } отклик
        [few] { $n } отклика
       *[many] { $n } откликов
    }
exchange-reason = Причина: { $reason }
exchange-state = Состояние: { $state }
exchange-state-of-request = Запрос: { $state }
exchange-state-open = открыт
exchange-state-picked = отклик выбран, ждём оплату
exchange-state-ordered = исполнитель выбран
exchange-state-closed = закрыт
exchange-state-expired = срок вышел
exchange-state-stopped = закрыт оператором
exchange-tail-open =
    Мы сообщим о каждом отклике. { $n ->
        [0] Пока откликов нет, запрос можно изменить.
       *[other] Сравните отклики и выберите подходящий.
    }
exchange-tail-picked = Заказ №{ $number } ждёт оплаты. Чтобы выбрать другой отклик, сначала отмените этот заказ.
exchange-tail-ordered = По этому запросу оформлен заказ №{ $number }.
exchange-tail-closed = Вы закрыли этот запрос. Если работа ещё нужна, создайте его снова.
exchange-tail-expired = Запрос простоял 14 дней и закрылся. Если работа ещё нужна, создайте его снова.
exchange-tail-stopped = Оператор закрыл этот запрос. Поправьте то, что указано в причине, и создайте его снова.
exchange-close-sure = Закрыть запрос «{ $title }»? Откликнуться и выбрать отклик будет уже нельзя, а продавцы узнают, что он закрыт.
exchange-closed = Запрос закрыт

exchange-part-title = Название
exchange-part-description = Описание
exchange-part-files = Файлы
exchange-part-category = Категория
exchange-part-budget = Бюджет
exchange-part-days = Срок
exchange-ask-title = Что нужно сделать? Коротко, от 3 до 70 символов. Например: «Логотип для кофейни».
exchange-ask-description = Опишите задачу: что должно получиться и что у вас уже есть. От 20 до 3000 символов. Файл можно прислать вместе с текстом.
exchange-ask-files = Пришлите файлы, если они помогут оценить работу, не больше { $files }. Если их нет, нажмите «Без файлов».
exchange-ask-category = Выберите категорию: подписанные на неё продавцы узнают о запросе сразу.
exchange-ask-budget = Сколько вы готовы заплатить? Напишите число, например { $example }, или нажмите «Обсудим».
exchange-ask-days = За сколько дней нужно сделать работу? Напишите число от 1 до 60.
exchange-files-kept =
    { $n ->
        [one] { $n } файл сохранён
        [few] { $n } файла сохранены
       *[many] { $n } файлов сохранены
    }, теперь опишите задачу словами.
exchange-preview = Так запрос увидят продавцы. Всё верно?
exchange-preview-change = Так запрос будет выглядеть после изменений. Всё верно?
exchange-published = Запрос опубликован. О каждом отклике мы сообщим.
exchange-changed = Изменения сохранены.

exchange-respond-to = Отклик на запрос «{ $title }»
exchange-response-price = Цена
exchange-response-term = Срок
exchange-response-message = Сообщение
exchange-ask-price = За сколько вы возьмётесь? Бюджет покупателя: { $budget }. Напишите цену числом, например { $example }.
exchange-ask-term =
    За сколько дней вы сдадите работу? Покупатель хочет за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. Напишите число от 1 до 60.
exchange-ask-message = Расскажите, как вы сделаете работу и почему стоит выбрать вас. От 20 до 1000 символов.
exchange-preview-response = Так отклик увидит покупатель. Всё верно?
exchange-response-sent = Отклик отправлен. Если выберут вас, придёт оплаченный заказ.
exchange-response-changed = Отклик изменён, покупатель об этом узнает.
exchange-unsent = Отклик не отправлен. Вот что вы написали, текст можно скопировать:
exchange-own-response = Ваш отклик
exchange-response-to = Отклик на запрос «{ $title }»
exchange-response-withdrawn = Отклик отозван.
exchange-withdraw-sure = Отозвать отклик на запрос «{ $title }»? Покупатель больше не сможет его выбрать. Пока запрос открыт, откликнуться можно будет снова.
exchange-withdrawn = Отклик отозван
exchange-pick-sure = Выбрать этот отклик? Продавец: { $name }. Оформим заказ «{ $title }»: { $price }, срок { $term }. Продавец узнает о нём, когда вы его { $method ->
        [direct] подтвердите
       *[other] оплатите
    }.

exchange-compared = Отклики: { $title }
exchange-no-responses = Откликов пока нет. Как только появится первый, мы сообщим.
exchange-column-seller = Продавец
exchange-column-price = Цена
exchange-column-term = Срок
exchange-column-rating = Рейтинг
exchange-column-reviews = 👍
exchange-sort-price = По цене
exchange-sort-term = По сроку
exchange-sort-rating = По рейтингу
exchange-line-response = { $price }, срок { $term }, рейтинг: { $rating }, положительных отзывов: { $positive }

exchange-ask-question = Что хотите узнать об отклике на «{ $title }»? Напишите вопрос, можно приложить файлы. Заказ ещё не оформлен, поэтому контакты лучше не указывать.
exchange-ask-answer = Напишите ответ покупателю по запросу «{ $title }», можно приложить файлы.
exchange-said = Отправлено. Об ответе мы сообщим.
exchange-asked = { $name } спрашивает о вашем отклике на «{ $title }»:
exchange-answered = { $name } отвечает по запросу «{ $title }»:
exchange-talk = Переписка по запросу «{ $title }»
exchange-you = Вы
exchange-side-seller = Продавец
exchange-side-buyer = Покупатель
exchange-said-line = { $who }, { $moment }: { $words }
exchange-said-more =
    { $n ->
        [one] и ещё { $n } сообщение раньше
        [few] и ещё { $n } сообщения раньше
       *[many] и ещё { $n } сообщений раньше
    }

exchange-subscription = Подписка на запросы
exchange-subscription-what =
    О новых запросах мы сообщаем сразу, в тихие часы — без звука. В день приходит не больше { $n } { $n ->
        [one] запроса
       *[many] запросов
    }, остальные ждут вас на бирже.
exchange-subscribed-all = Сейчас: все запросы.
exchange-subscribed-none = Сейчас: подписки нет.
exchange-subscribed-some = Сейчас: { $names }.
exchange-subscribe-all = Все запросы
exchange-subscribe-none = Без подписки

exchange-ask-reason = Почему вы закрываете запрос «{ $title }»? Причину прочитает покупатель: от 10 до 1000 символов.
exchange-stopped = Запрос закрыт, покупатель узнает причину.

exchange-news-new = Новый запрос на бирже
exchange-news-more = Сегодня на бирже появились и другие новые запросы. Посмотрите их все в одном месте, а завтра мы снова будем сообщать о каждом.
exchange-news-response = Новый отклик на запрос «{ $title }»: { $name }, { $price }, срок { $term }. Всего откликов: { $n }.
exchange-news-changed = { $name } меняет отклик на запрос «{ $title }»: теперь { $price }, срок { $term }.
exchange-news-unordered = { $name } меняет отклик на запрос «{ $title }»: теперь { $price }, срок { $term }. Заказ №{ $number } по прежним условиям отменён.
exchange-news-withdrawn = { $name } отзывает выбранный вами отклик на запрос «{ $title }». Заказ №{ $number } отменён. Запрос открыт: можно выбрать другой отклик или дождаться новых.
exchange-news-another = По запросу «{ $title }» покупатель выбрал другой отклик. Спасибо, что откликнулись. Посмотрите другие запросы:
exchange-news-expired = Запрос «{ $title }» простоял 14 дней и закрылся, никого не выбрали. Посмотрите другие запросы:
exchange-news-closed = Покупатель закрыл запрос «{ $title }». Посмотрите другие запросы:
exchange-news-stopped = Оператор закрыл запрос «{ $title }». Посмотрите другие запросы:
exchange-news-own-expired = Запрос «{ $title }» простоял 14 дней и закрылся. Если работа ещё нужна, создайте его снова: возможно, стоит уточнить описание или бюджет.
exchange-news-own-stopped = Оператор закрыл ваш запрос «{ $title }». Причина: { $reason }
exchange-news-own-stopped-order = Неоплаченный заказ №{ $number } по нему отменён.

ending-taken-back-response = Отменён до оплаты: отклик, по которому он оформлен, больше не действует

refusal-no-such-request = Такого запроса нет, или он сейчас скрыт. Посмотрите другие запросы на бирже.
refusal-request-over = Этот запрос уже закрыт. Посмотрите другие запросы на бирже.
refusal-request-picked = Отклик уже выбран, его заказ ждёт оплаты. Чтобы выбрать другой, сначала отмените этот заказ.
refusal-request-answered = На запрос уже откликнулись, изменить его нельзя. Можно закрыть его и создать новый.
refusal-request-changed = Пока вы писали, покупатель изменил запрос. Прочитайте его ещё раз и поправьте отклик, если нужно.
refusal-own-request = Это ваш собственный запрос, откликаются на него другие.
refusal-already-responded = Вы уже откликнулись на этот запрос. Свой отклик можно изменить.
refusal-no-such-response = Такого отклика нет.
refusal-response-withdrawn = Этот отклик отозван.
refusal-response-changed = Продавец изменил этот отклик. Посмотрите новые условия и выберите его снова, если они подходят.
refusal-nothing-asked = Покупатель пока ничего не спросил. Всё важное можно написать в самом отклике.
refusal-exchange-stopped = Оператор приостановил вашу работу на бирже. Причину можно узнать у него.
refusal-category-expected = Такой категории нет. Выберите одну из тех, что на кнопках.
refusal-file-expected = Пришлите файл или нажмите кнопку, чтобы идти дальше.
refusal-response-length = Нужно сообщение от { $least } до { $most } символов, сейчас в нём { $actual }.
refusal-too-many-requests = Открытых запросов может быть не больше { $most }. Закройте один из своих, чтобы создать новый.
refusal-too-many-responses = На этот запрос уже пришло { $most } откликов, больше он не принимает. Посмотрите другие запросы.
