# Кворки продавца.
gigs-title = Мои кворки
gigs-none = Кворк — это услуга с описанием, ценой и сроком. Создайте первый: пять коротких шагов, и у вас будет ссылка для покупателей.
gigs-line =
    { $number }. { $title } — { $price }, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, { $status }
gigs-button-create = Создать кворк

gig-status = Состояние: { $status }
gig-status-active = продаётся
gig-status-paused = приостановлен
gig-status-removed = удалён
gig-now-active = Кворк снова продаётся
gig-now-paused = Кворк приостановлен: по ссылке его пока не закажут. Начатые заказы идут дальше.

gig-seller = Продавец: { $name }
gig-rating = Рейтинг ответственности: { $percent } (выполнено заказов: { $kept }, сорвано: { $broken })
gig-rating-none = Рейтинг ответственности: нет данных
gig-price = Цена: { $price }
gig-term =
    Срок: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
gig-questions-seller = Что нужно от покупателя:
gig-questions-buyer =
    { $n ->
        [one] Продавец задаст вам { $n } вопрос:
        [few] Продавец задаст вам { $n } вопроса:
       *[many] Продавец задаст вам { $n } вопросов:
    }
gig-questions-more =
    { $n ->
        [one] …и ещё { $n } вопрос
        [few] …и ещё { $n } вопроса
       *[many] …и ещё { $n } вопросов
    }
gig-no-questions = без вопросов
gig-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }

gig-button-link = Ссылка
gig-button-edit = Изменить
gig-button-pause = Приостановить
gig-button-resume = Возобновить
gig-button-remove = Удалить
gig-button-remove-sure = Да, удалить
gig-button-copy = Скопировать ссылку
gig-button-share = Поделиться
gig-button-open = Открыть кворк
gig-button-keep = Оставить как есть
gig-button-no-questions = Без вопросов
gig-button-publish = Опубликовать
gig-button-save = Сохранить

gig-field-title = Название
gig-field-description = Описание
gig-field-questions = Что нужно от покупателя
gig-field-price = Цена
gig-field-term = Срок
gig-field-options = Опции
gig-field-photos = Фото
gig-edit-what = Что изменить? Уже купленные заказы останутся на прежних условиях.

gig-options = Опции за отдельную плату:
gig-option = ➕ { $title }, { $price }, { $days }
gig-options-none = Опция — это дополнительная работа за отдельную плату. Покупатель отметит нужные, когда будет заказывать, а вы сможете предложить их и позже.
gig-options-are = Покупатель отметит нужные, когда будет заказывать. Остальные вы сможете предложить ему позже.
gig-option-new = Новая опция
gig-option-ask-title = Что вы сделаете дополнительно? Название от { $least } до { $most } символов. Например: «Визитка в том же стиле».
gig-option-ask-price = Сколько это стоит? Напишите цену числом, например: 500.
gig-option-ask-days = Сколько дней добавить к сроку? Число от { $least } до { $most }; 0, если срок тот же.
gig-button-add-option = Добавить опцию
gig-button-drop-option = Убрать «{ $title }»

gig-photos-none = Покажите примеры работ: с фото кворк заметнее. Лучшее — первым.
gig-photos-are = Сейчас в кворке { $n } фото. Покупатель увидит их над описанием.
gig-photos-how = Пришлите фото, по одному или альбомом. Всего поместится { $most }.
gig-photos-full = Больше { $most } фото не помещается. Чтобы добавить другое, уберите лишнее.
gig-photos-album = Альбом принят. Пришлите ещё или нажмите «Готово».
gig-photos-count = 📷 Над описанием: { $n } фото
gig-button-show-photos = Показать фото
gig-photos-choose = Чтобы поставить фото первым или убрать его, нажмите на его номер.
gig-photos-gone = Фото этого кворка сейчас не открываются. Остальное — ниже.
gig-photos-gone-own = Telegram не смог показать эти фото. Если так будет и дальше, уберите их и пришлите заново.
gig-photo = Фото { $number } из { $of }
gig-photo-is-first = Покупатель видит его первым.
gig-photo-how = Поставить его первым или убрать?
gig-button-photo-first = Поставить первым
gig-button-drop-photo = Убрать
gig-button-drop-photos = Убрать все

gig-step = Шаг { $step } из { $steps }
gig-ask-title = Напишите, что вы делаете, от 3 до 70 символов. Например: «Нарисую логотип для кофейни».
gig-ask-description = Расскажите, что получит покупатель и что в цену не входит: от 20 до 3000 символов.
gig-ask-questions = Что покупатель должен прислать, чтобы вы могли начать? Напишите вопросы, каждый с новой строки. Если ничего не нужно, нажмите кнопку.
gig-ask-price = Напишите цену числом. Например: { $example }.
gig-net-of-example = Комиссия { $percent } %: из { $price } вы получите { $net }.
gig-ask-term = За сколько дней вы сдадите работу? Напишите число от 1 до 60. Если не уверены, прибавьте 1–2 дня: раньше срока можно, позже — нет.
gig-now =
    Сейчас:
    { $value }
gig-preview = Так кворк увидит покупатель. Всё верно? Нажмите «Опубликовать» или поправьте любую часть.
gig-net = Комиссия { $percent } %: вы получите { $net }. Покупатель этой строки не видит.
gig-preview-change = Так кворк будет выглядеть для новых заказов. Всё верно? Нажмите «Сохранить» или поправьте любую часть.
gig-published = Кворк «{ $title }» опубликован. Отправьте покупателю ссылку:
gig-saved = Изменения сохранены
gig-link-active = Ссылка на кворк «{ $title }»:
gig-link-paused = Кворк «{ $title }» приостановлен: ссылка заработает, когда вы его возобновите.
gig-remove-sure = Удалить кворк «{ $title }»? Вернуть его будет нельзя, и ссылка перестанет работать. Начатые заказы останутся.
gig-removed = Кворк удалён.
