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
