# «Баланс», выписка и выплаты продавцу.
balance-title = Баланс
balance-available = Доступно: { $amount }
balance-held = Под защитой: { $amount }
balance-held-net = Из них ваши после комиссии: { $amount }
balance-leaving = Ждёт выплаты: { $amount }
balance-paid-out = Выплачено: { $amount }
balance-none =
    { $method ->
        [direct] Бот денег не держит: стороны рассчитываются напрямую, и здесь нечего показать.
       *[other] Пока пусто. Здесь видно, какие деньги под защитой, какие уже ваши и какие возвращаются.
    }
balance-section-selling = 🛡 Под защитой, пока покупатель не принял работу
balance-section-leaving = ⏳ Ждёт выплаты
balance-section-buying = 🛡 Вы заплатили, деньги под защитой: { $amount }
balance-section-returning = ↩️ Возвращаются вам: { $amount }
balance-line = №{ $number } { $title }: { $amount }
balance-line-net = №{ $number } { $title }: { $amount }, ваши { $net }
balance-payout = Выплата №{ $id }: { $amount }, заявка от { $moment }
balance-refund = { $what }: { $amount }, возвращает бот
balance-refund-by-hand = { $what }: { $amount }, возвращает оператор
balance-stray = Платёж без заказа
button-withdraw = Вывести
button-statement = Выписка
button-take-payout-back = Отозвать выплату №{ $id }

statement-title = Выписка: { $month }
statement-caption-all = Выписка за всё время
statement-none = В этом месяце движений не было, на балансе пусто.
statement-column-when = Когда
statement-column-what = Что
statement-column-order = Заказ
statement-column-amount = Сумма
statement-opening = На начало
statement-closing = На конец
statement-now = Сейчас
statement-earned = Доход по заказу
statement-earned-net = { $title } (комиссия { $fee })
statement-payout-requested = Выплата №{ $id }, ждёт оператора
statement-payout-paid = Выплата №{ $id }, выплачено
statement-payout-declined = Выплата №{ $id }, заявка
statement-payout-withdrawn = Выплата №{ $id }, заявка
statement-declined = Выплата №{ $id } отклонена
statement-withdrawn = Выплата №{ $id } отозвана
statement-total =
    { $n ->
        [0] движений не было
        [one] { $n } движение
        [few] { $n } движения
       *[many] { $n } движений
    }
button-csv = Скачать CSV
button-csv-all = CSV за всё время
csv-column-when = Дата и время ({ $zone })
csv-column-utc = Время UTC
csv-column-what = Операция
csv-column-order = Заказ
csv-column-title = Название
csv-column-payout = Выплата
csv-column-commission = Комиссия
csv-column-amount = Сумма
csv-column-balance = Остаток
csv-column-currency = Валюта
csv-opening = На начало
csv-earned = Доход по заказу
csv-payout = Заявка на выплату
csv-declined = Выплата отклонена
csv-withdrawn = Выплата отозвана
csv-closing = На конец

withdraw-choose-currency = Какие деньги вывести?
withdraw-ask-amount = Сколько вывести? На балансе { $available }. Напишите сумму числом или нажмите кнопку.
button-withdraw-all = Всё: { $amount }
withdraw-ask-target = Куда отправить деньги? Сумма: { $amount }. Напишите словами, от { $least } до { $most } символов: карта, телефон или кошелёк.
withdraw-ask-how =
    { $currency ->
        [XTR] Telegram не даёт ботам пересылать звёзды людям, поэтому оператор заплатит сам, вне бота: укажите и валюту, в которой вам удобно.
       *[other] Оператор переведёт деньги сам, вне бота.
    }
withdraw-how =
    { $currency ->
        [XTR] Telegram не даёт ботам пересылать звёзды людям: оператор заплатит сам, вне бота.
       *[other] Оператор переведёт деньги сам, вне бота.
    }
withdraw-now = Сейчас указано:
withdraw-preview = Так заявку увидит оператор. Всё верно?
withdraw-preview-end = Сумма сразу уйдёт с баланса. Пока оператор не заплатил, заявку можно отозвать.
button-withdraw-send = Отправить
button-withdraw-amount = ✏️ Сумма
button-withdraw-target = ✏️ Куда
withdraw-sent = Заявка отправлена: выплата №{ $id }, { $amount }. Оператор ответит, и сюда придёт сообщение.
withdraw-cancelled = Заявка не отправлена, деньги на балансе.
payout-taken-back = Выплата №{ $id } отозвана: { $amount } снова на балансе

payout-title =
    Выплата №{ $id }: { $state ->
        [requested] ждёт вас
        [paid] выплачена
        [declined] отклонена
       *[withdrawn] отозвана продавцом
    }
payout-person = Кому: { $name }, id { $id }
payout-amount = Сумма: { $amount }
payout-target = Куда:
payout-asked = Заявка от { $moment }
payout-standing =
    Всего заработано { $earned } за { $orders ->
        [one] { $orders } заказ
        [few] { $orders } заказа
       *[many] { $orders } заказов
    }, выплачено { $paid }, ждёт выплаты { $leaving }, на балансе { $available }
payout-how =
    { $currency ->
        [XTR] Telegram не даёт ботам пересылать звёзды людям. Заплатите продавцу сами, вне бота, и только потом нажмите «Выплачено».
       *[other] Бот этих денег не переводит. Заплатите продавцу сами и только потом нажмите «Выплачено».
    }
payout-was-paid = Выплачено { $moment }, отметка: { $name }
payout-was-declined = Отклонено { $moment }, отметка: { $name }. Причина:
payout-was-withdrawn = Продавец отозвал заявку { $moment }: деньги снова на его балансе
button-copy-target = Скопировать реквизиты
button-paid-out = Выплачено
button-decline-payout = Отклонить
payout-noted = Отмечено: { $amount } выплачено. Продавец узнает.
payout-settled-already =
    { $state ->
        [paid] Эта выплата уже отмечена выплаченной: { $name }.
        [declined] Эта выплата уже отклонена: { $name }.
       *[withdrawn] Продавец уже отозвал заявку, деньги снова на его балансе. Если вы их перевели, напишите ему.
    }
payout-ask-reason = Выплата №{ $id } на { $amount }: почему вы её отклоняете? Причину прочтёт продавец, от { $least } до { $most } символов.
payout-declined = Выплата №{ $id } отклонена: деньги снова на балансе продавца, причину он узнает.
payout-news-paid = Выплата №{ $id } на { $amount }: оператор отметил, что заплатил вам вне бота, сюда:
payout-news-not-come = Если деньги не пришли, напишите { $operator }.
payout-news-declined = Выплата №{ $id } отклонена: { $amount } снова на вашем балансе. Причина от оператора:
payout-news-withdrawn = Продавец { $name } отозвал выплату №{ $id } на { $amount }: не платите по ней.
payouts-title = Выплаты
payouts-waiting =
    { $n ->
        [0] Никто не ждёт выплаты.
        [one] Ждёт { $n } заявка. Нажмите, чтобы открыть:
        [few] Ждут { $n } заявки. Нажмите на любую, чтобы открыть:
       *[many] Ждёт { $n } заявок. Нажмите на любую, чтобы открыть:
    }
payouts-button = №{ $id } · { $amount } · { $name }
