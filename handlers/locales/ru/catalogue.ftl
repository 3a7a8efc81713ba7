# «Каталог» и страница продавца.
button-seller = О продавце
button-sellers-gigs = Другие кворки продавца
seller-on-sale =
    { $n ->
        [one] Продаёт { $n } кворк:
        [few] Продаёт { $n } кворка:
       *[many] Продаёт { $n } кворков:
    }
seller-sells-nothing = Сейчас у продавца нет кворков в продаже.

catalogue-title = Каталог
catalogue-title-words = Каталог: «{ $words }»
catalogue-choose = Выберите категорию или найдите по словам.
catalogue-button-all = Все кворки
catalogue-button-find = Найти
catalogue-button-back = Назад в каталог
catalogue-button-unfiltered = Без фильтров
catalogue-facts = { $price } · { $days } · рейтинг: { $rating } · положительных отзывов: { $positive }
catalogue-own = Это ваш кворк
catalogue-total =
    { $n ->
        [one] Найден { $n } кворк
        [few] Найдено { $n } кворка
       *[many] Найдено { $n } кворков
    }
catalogue-page = Страница { $page } из { $pages }, всего кворков: { $total }
catalogue-shown-for = Показано по запросу «{ $words }»
catalogue-partial = Кворка со всеми этими словами нет. Вот те, где их больше всего:
catalogue-none = Пока здесь ничего нет: кворки появятся, когда продавцы их опубликуют. А описать задачу на бирже можно уже сейчас.
catalogue-none-found = Ничего не нашлось. Попробуйте другие слова, посмотрите все кворки или опишите задачу на бирже: продавцы сами предложат цену и срок.
catalogue-ask-words = Что вы ищете? Напишите словами, например: логотип для кофейни. Опечатки не страшны.
catalogue-ask-price = До какой цены показать? Напишите число. Например: { $example }.
catalogue-price-most = до { $price }
catalogue-days-most =
    { $days ->
        [one] до { $days } дня
       *[many] до { $days } дней
    }
catalogue-sort-rating = По рейтингу
catalogue-sort-cheaper = Дешевле
catalogue-sort-quicker = Быстрее
catalogue-sort-newest = Новые
catalogue-filter-category = Категория
catalogue-filter-price = Цена до…
catalogue-filter-days = Срок до…
catalogue-choose-category = Какая категория нужна?
catalogue-choose-days = За сколько дней должно быть готово, самое большее?
catalogue-any-category = Любая категория
catalogue-any-days = Любой срок
catalogue-any-price = Любая цена
gig-category = Категория: { $name }
gig-category-ask = В какой категории покупатели найдут «{ $title }»?
gig-category-none = Без категории
gig-category-button = Категория
