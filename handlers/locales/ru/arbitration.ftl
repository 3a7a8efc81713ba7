# Спор: сторона зовёт арбитра, часы стоят, оператор решает.
status-disputed = Спор у арбитра
clock-disputed = Часы стоят, пока арбитр не решит
card-dispute-seller = Арбитра позвал продавец:
card-dispute-buyer = Арбитра позвал покупатель:
card-payment-split = Арбитр разделил деньги: продавцу { $seller }, покупателю { $buyer }
ending-awarded-to-seller = Завершён решением арбитра в пользу продавца
ending-awarded-to-buyer = Отменён решением арбитра в пользу покупателя
ending-split = Закрыт решением арбитра: деньги разделены

button-call-arbiter = Позвать арбитра
button-withdraw-dispute = Отозвать обращение
button-send-to-arbiter = ⚖️ Отправить арбитру
moved-recall = Обращение отозвано

# Кто зовёт.
arbiter-means = Заказ №{ $number }. Арбитр — это оператор бота. Он прочитает задание и всю историю заказа и решит, что дальше: { $method ->
        [direct] засчитать работу, отменить заказ
       *[other] отдать деньги продавцу, вернуть покупателю, разделить
    } или продолжить с новым сроком. Пока он решает, часы стоят. Решение окончательное, но договориться самим можно и сейчас.
arbiter-ask-statement = Напишите, что не так и какого решения вы хотите: от { $least } до { $most } символов. Это прочитает и другая сторона.
arbiter-preview = Заказ №{ $number }. Так обращение увидят арбитр и другая сторона:
arbiter-sent = Обращение по заказу №{ $number } у арбитра.
news-arbiter-called-caller = ⚖️ Вы позвали арбитра. Часы заказа стоят, пока он не решит: решение придёт сюда. Писать друг другу можно, арбитр это прочитает. Если договоритесь сами, отзовите обращение.
news-arbiter-called-other = ⚖️ { $name } зовёт арбитра. Часы заказа стоят, пока он не решит: решение придёт сюда. Расскажите, как всё было: арбитр прочитает, что вы напишете в заказе.
news-dispute-withdrawn-caller = Вы отозвали обращение к арбитру. Заказ продолжается, часы идут до { $moment }.
news-dispute-withdrawn-other = { $name } больше не просит арбитра решать. Заказ продолжается, часы идут до { $moment }.
news-arbiter-asked = ⚖️ Арбитр спрашивает вас обоих. Ответьте кнопкой «Написать»: ответ увидят арбитр и другая сторона.
news-arbiter-decided = ⚖️ { $ruling }.

# Решение одним предложением, без точки.
ruling-release = Арбитр решил спор в пользу продавца
ruling-refund = Арбитр решил спор в пользу покупателя
ruling-split = Арбитр разделил деньги: продавцу { $seller }, остальное покупателю
ruling-work = Арбитр решил: работа продолжается, сдать её нужно до { $moment }
ruling-review = Арбитр решил: покупатель проверяет работу заново, до { $moment }
ruling-start = Арбитр решил: заказ продолжается, приступить к работе нужно до { $moment }

# Что это значит для каждой стороны.
ruling-means-release-seller = { $method ->
        [direct] Заказ выполнен. Бот денег не держит: рассчитайтесь с покупателем между собой.
       *[other] Заказ выполнен. На вашем балансе: +{ $amount }.
    } Рейтинг ответственности: { $rating }.
ruling-means-release-seller-unrated = Заказ выполнен. Бот денег не держит: рассчитайтесь с покупателем между собой. На рейтинг это не влияет.
ruling-means-release-buyer = { $method ->
        [direct] Заказ выполнен. Бот денег не держит: рассчитайтесь с продавцом между собой.
       *[other] Заказ выполнен, деньги получает продавец.
    }
ruling-means-refund-seller = { $method ->
        [direct] Заказ отменён. Бот денег не держит: если покупатель уже заплатил, верните ему деньги.
       *[other] Заказ отменён, деньги возвращаются покупателю.
    } На рейтинг это не влияет.
ruling-means-refund-buyer = { $method ->
        [direct] Заказ отменён. Бот денег не держит: если вы уже заплатили, договоритесь с продавцом о возврате.
       *[other] Заказ отменён. { $back }
    }
ruling-means-split-seller = Заказ закрыт. На вашем балансе: +{ $amount }. На рейтинг это не влияет.
ruling-means-commission = Комиссия { $percent } % уже вычтена.
ruling-means-split-buyer = Заказ закрыт. Вам возвращается { $amount }: когда деньги вернутся, придёт сообщение.
ruling-means-work-seller = Часы снова идут. Сдайте работу до { $moment }, бот напомнит заранее.
ruling-means-work-buyer = Часы снова идут. Новый срок: { $moment }.
ruling-means-review-seller = Работа на проверке до { $moment }, потом она будет принята автоматически.
ruling-means-review-buyer = Примите работу или отправьте её на доработку до { $moment }. Потом она будет принята автоматически.
ruling-means-start-seller = Приступите к работе до { $moment }, иначе заказ отменится сам.
ruling-means-start-buyer = Продавец приступит к работе до { $moment }, иначе заказ отменится сам.

help-arbiter = Не получается договориться — позовите оператора бота: в карточке заказа для этого есть «Позвать арбитра».

history-arbiter-called = { $who } позвал арбитра. Часы стоят
history-dispute-withdrawn = { $who } отозвал обращение к арбитру. Часы снова идут: до { $until }
history-arbiter-asked = Арбитр спросил обе стороны

# Оператор: споры.
disputes-title =
    { $n ->
        [one] Ждёт решения { $n } спор
        [few] Ждут решения { $n } спора
       *[many] Ждут решения { $n } споров
    }
disputes-none = Споров, которые ждут решения, сейчас нет.
disputes-line-seller = Позвал продавец, ждёт { $duration }
disputes-line-buyer = Позвал покупатель, ждёт { $duration }
button-open-dispute = Спор по заказу №{ $number }
dispute-new = ⚖️ Новый спор по заказу №{ $number }
dispute-waits = ⏳ Спор по заказу №{ $number } ждёт вашего решения { $duration }
dispute-open = ⚖️ Спор по заказу №{ $number }, ждёт { $duration }
dispute-title = ⚖️ Спор · заказ №{ $number } · { $title }
dispute-price = Цена: { $price }, { $method ->
        [direct] напрямую между сторонами
       *[other] деньги под защитой
    }
dispute-commission = Комиссия: { $percent } %
dispute-clock-left = Статус до спора: { $status }, на часах осталось { $duration }
dispute-clock-out = Статус до спора: { $status }, время вышло { $duration } назад
dispute-called-seller = Арбитра зовёт продавец, { $moment }:
dispute-called-buyer = Арбитра зовёт покупатель, { $moment }:
dispute-last-said = Последнее, что сказано
dispute-withdrawn-seller = Продавец отозвал обращение: решать нечего, заказ продолжается.
dispute-withdrawn-buyer = Покупатель отозвал обращение: решать нечего, заказ продолжается.
dispute-decided = Спор решён (оператор — { $name }). { $ruling }.

button-ruling-release = { $method ->
        [direct] ✅ Засчитать работу
       *[other] ✅ Отдать деньги продавцу
    }
button-ruling-refund = { $method ->
        [direct] Отменить заказ
       *[other] Вернуть деньги покупателю
    }
button-ruling-split = Разделить деньги
button-ruling-work = { $status ->
        [in_review] Вернуть в работу с новым сроком
       *[other] Продолжить с новым сроком
    }
button-ruling-review = Продолжить проверку
button-ruling-start = Дать время приступить
button-ask-sides = Спросить стороны
button-send-question = Спросить
button-decide = ⚖️ Решить так

arbitration-heading = Спор по заказу №{ $number }: «{ $ruling }»
arbitration-ask-amount = Под защитой { $held }. Сколько из них получит продавец? Остальное вернётся покупателю. Комиссия берётся с части продавца.
arbitration-ask-due = До какого времени продлить работу? Напишите, сколько дней от этой минуты, например 5, или дату: 30.11.
arbitration-ask-reason = Объясните решение: от { $least } до { $most } символов. Объяснение прочитают обе стороны.
arbitration-to-seller = Продавцу на баланс: { $amount }
arbitration-commission = Комиссия: { $amount }
arbitration-back-by-itself = Покупателю бот вернёт сам: { $amount }
arbitration-back-by-hand = Покупателю вернёте вы: { $amount }{ $method ->
        [stars] {" "}(Telegram возвращает только целые платежи)
       *[other] {""}
    }
arbitration-direct = Бот денег не держит: стороны рассчитаются сами.
arbitration-rating-kept = Рейтинг продавца: заказ засчитается как выполненный.
arbitration-rating-stays = Рейтинг продавца не изменится.
arbitration-reason-shown = Обе стороны прочитают:
arbitration-done = Спор по заказу №{ $number } решён. Обе стороны получили решение с объяснением.
arbitration-left = Спор по заказу №{ $number } не решён и ждёт. Все споры: /disputes.

ask-sides-question = Спор по заказу №{ $number }. О чём спросить обе стороны? От { $least } до { $most } символов.
ask-sides-preview = Спор по заказу №{ $number }. Так вопрос увидят обе стороны:
ask-sides-sent = Вопрос по заказу №{ $number } отправлен обеим сторонам. Что они напишут в заказе, придёт и вам.

# Почему нельзя.
refusal-dispute-open = Спор по этому заказу у арбитра: до его решения можно только писать друг другу.
refusal-no-dispute = Спора по этому заказу сейчас нет: его уже решили или отозвали.
refusal-no-arbiter = Арбитра у этого бота нет: договоритесь с другой стороной сами.
refusal-arbiter-is-side = Решать спор некому: оператор бота — сторона этого заказа, а других операторов нет. Договоритесь между собой.
refusal-own-dispute = Вы сторона этого заказа: спор решит другой оператор.
refusal-own-dispute-alone = Вы сторона этого заказа, и других операторов нет. Добавьте ещё одного в ADMIN_IDS: он и решит.
refusal-nothing-to-split = Делить нечего: бот не держит денег этого заказа, или сумма слишком мала.
refusal-split-out-of-range = Нужна сумма больше нуля и меньше { $held }. Чтобы отдать всё одной стороне, выберите другое решение.
refusal-due-out-of-range = Новый срок должен быть в будущем и не дальше 90 дней.
refusal-due-not-understood = Напишите число дней или дату, например: 5 или 30.11.
refusal-statement-length = Нужно от { $least } до { $most } символов, сейчас их { $actual }. Расскажите арбитру, что не так.
refusal-arbiter-question-length = Нужен вопрос от { $least } до { $most } символов, сейчас в нём { $actual }.
