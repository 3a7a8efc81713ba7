# «Заказы»: таблица и список.
orders-title = Заказы
orders-number = №{ $number }
orders-filter-all = Все
orders-filter-new = Новые
orders-filter-in-progress = В работе
orders-filter-in-review = На проверке
orders-filter-finished = Завершённые
orders-column-number = №
orders-column-what = Что
orders-column-who = С кем
orders-column-status = Статус
orders-column-left = Срок
orders-who-seller = { $name }, продавец
orders-who-buyer = { $name }, покупатель
orders-line-clock = { $status } · срок { $left }
orders-line-ended = { $status } · { $moment }
orders-total =
    { $n ->
        [one] { $n } заказ
        [few] { $n } заказа
       *[many] { $n } заказов
    }
orders-page = Страница { $page } из { $pages }, всего { $total }
orders-none =
    Пока пусто.
    Покупаете — найдите кворк в каталоге или откройте ссылку, которую прислал продавец. Продаёте — создайте кворк и отправьте ссылку покупателю. Заказ с другой площадки можно добавить самому.
orders-none-seller =
    Пока пусто.
    Отправьте покупателю ссылку на свой кворк: она в «Мои кворки». Как только заказ оплатят, он появится здесь. Заказ с другой площадки можно добавить самому.
orders-none-with-filter = В разделе «{ $filter }» сейчас пусто. Посмотрите другие:
button-as-table = Таблицей
button-as-list = Списком
page-before = ‹ Предыдущие
page-after = Следующие ›
