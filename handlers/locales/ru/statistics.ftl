# «Статистика»: картинка, таблица и список.
statistics-title = Статистика
statistics-title-everyone = Статистика всех продавцов
statistics-period-months = 12 месяцев
statistics-period-year = Этот год
statistics-period-all = Всё время
statistics-on-its-way = Рисую, это займёт пару секунд.
statistics-none =
    Пока пусто. Здесь будет видно, сколько вы заработали, как заканчиваются ваши заказы и возвращаются ли покупатели.
    Цифры появятся с первым оплаченным заказом: создайте кворк и отправьте ссылку покупателю.
statistics-none-everyone = Пока пусто: ни один заказ ещё не оплачен.
statistics-nothing = За это время ни одного оплаченного заказа не было.
statistics-rating =
    { $everyone ->
        [True] Выполнено из учтённых в рейтинге
       *[other] Рейтинг по последним заказам
    }
statistics-earned =
    { $everyone ->
        [True] Продавцы заработали
       *[other] Заработано
    }
statistics-earned-partly =
    { $everyone ->
        [True] Продавцы заработали, вместе с оплаченным напрямую
       *[other] Заработано, вместе с оплаченным напрямую
    }
statistics-direct = Из них напрямую, по ценам принятых заказов
statistics-commission = Ваша комиссия
statistics-completed = Заказов выполнено
statistics-called-off = Отменено без вреда рейтингу
statistics-failed = Сорвано
statistics-in-time = Сдано в срок
statistics-start = От оплаты до начала, медиана
statistics-repeat = Покупателей с двумя заказами и больше
statistics-elsewhere = С других площадок, отдельно от остального
statistics-elsewhere-counts = выполнено { $done }, отменено { $cancelled }
statistics-part = { $percent } % ({ $some } из { $total })
statistics-column-figures = Показатель
statistics-column-figures-value = Значение
statistics-column-months = Когда
statistics-column-months-value = Заработано
statistics-column-endings = Как закончились
statistics-column-endings-value = Заказов
statistics-endings = Заказы по исходам
statistics-part-completed = выполнены
statistics-part-called-off = отменены
statistics-part-failed = сорваны
statistics-tile-rating =
    { $total ->
        [0] рейтинг
       *[other] рейтинг: { $some } из { $total }
    }
statistics-tile-in-time =
    { $total ->
        [0] сдано в срок
       *[other] сдано в срок: { $some } из { $total }
    }
statistics-tile-start = от оплаты до начала
statistics-tile-repeat =
    { $total ->
        [0] покупателей вернулось
       *[other] покупателей вернулось: { $some } из { $total }
    }
help-figures = Сколько заработано и как заканчиваются заказы, покажет «Статистика». Сроки можно взять в свой календарь: «Сроки в календарь» под «Заказами».
