# Заказы со стороны: добавить, вести без покупателя, пригласить покупателя.

button-add-order = ➕ Добавить заказ
elsewhere-ask-title =
    Добавим заказ, который вы взяли на другой площадке: бот будет следить за его сроками.
    Как он называется? От { $least } до { $most } символов.
elsewhere-ask-counterpart = Кто заказчик и на какой площадке? Например: Анна, Kwork. До { $most } символов. Покупатель этого не увидит.
elsewhere-ask-price = Сколько он стоит? Напишите число, например: { $example }. Для другой валюты добавьте её знак: ₽, $ или €.
elsewhere-ask-stage = Вы уже приступили к работе?
button-stage-not-started = Ещё не начат
button-stage-started = Уже в работе
elsewhere-ask-term = Сколько дней даётся на работу после её начала? Число от { $least } до { $most }.
elsewhere-ask-start = Сколько осталось, чтобы начать? Выберите или напишите: 5 ч, 18:00 или 30.11 18:00.
elsewhere-ask-due = Когда сдавать? Выберите, сколько осталось, или напишите: 30.11, 30.11 18:00 или 5 дней. Просроченный заказ тоже можно добавить.
elsewhere-ask-notes = Пришлите задание и заметки: текст или файлы. Если потом пригласите покупателя, он их увидит.
elsewhere-notes = От продавца
elsewhere-preview = Так заказ будет записан:
elsewhere-preview-late = Срок этого заказа уже вышел: он будет в списке как просроченный.
elsewhere-preview-means = Часы и предупреждения те же, что у других заказов. Шаги покупателя отмечаете вы, сам бот ничего не отменит и не примет. Денег бот не держит, рейтинг от такого заказа не меняется.
button-add-order-now = Добавить
elsewhere-added = Заказ №{ $number } добавлен.
elsewhere-not-added = Заказ не добавлен.
lead-added-order = 📌 Заказ со стороны

card-alone = Покупатель не в боте: его шаги отмечаете вы. На рейтинг этот заказ не влияет.
card-unrated = Заказ со стороны: на рейтинг не влияет.
card-brief-elsewhere = Задание и заметки
card-payment-elsewhere = Оплата: на площадке, бот денег не держит
brief-without-notes = Задания и заметок у этого заказа нет.
clock-alone-not-started = Начать { $countdown }, до { $moment }
clock-alone-not-started-passed = Время на начало вышло { $countdown }, { $moment }
clock-alone-in-review = Проверка закончится { $countdown }, { $moment }
clock-alone-in-review-passed = Время на проверку вышло { $countdown }, { $moment }

calendar-alone-means = Заказ с другой площадки: сам бот ничего не отменит и не примет.

button-handed-over = 📦 Работа сдана
button-move-due = Перенести срок
button-accepted-elsewhere = ✅ Покупатель принял работу
button-returned-elsewhere = Вернул на доработку
button-option-elsewhere = Добавить опцию
button-invite = Пригласить покупателя
button-without-remarks = Без замечаний
button-note-option = Добавить
moved-handed = Отмечено: работа сдана

handover-ask-remarks-alone = Заказ №{ $number }. Что исправить? Пришлите замечания покупателя, чтобы они были под рукой. Можно с файлами.
handover-sent-remarks-alone = Отмечено: заказ №{ $number } вернулся на доработку.
option-ask-title-alone = Заказ №{ $number }. Что покупатель заказал дополнительно? Название от { $least } до { $most } символов.
option-preview-alone = Заказ №{ $number }. Опция войдёт в цену и срок:
option-noted = Опция добавлена в заказ №{ $number }.
elsewhere-ask-new-due = Заказ №{ $number }. На сколько покупатель согласен подождать? Дни добавятся к сроку, а если он вышел — к текущему моменту. Новый срок можно и написать: 30.11 или 30.11 18:00.
elsewhere-due-noted = Срок заказа №{ $number } перенесён.
elsewhere-due-stays = Срок заказа №{ $number } прежний.
sure-off = Заказ №{ $number } «{ $title }» отменён на площадке? Здесь он закроется, на рейтинг это не повлияет.
ending-called-off = Отменён на площадке

news-alone-delivered = Работа сдана, ваши часы остановлены. Проверка до { $moment }: отметьте, когда покупатель примет работу или вернёт её.
news-alone-returned = Заказ снова в работе, часы идут. Срок: { $moment }.
news-alone-returned-late = Заказ снова в работе. Срок вышел { $moment }: договоритесь с покупателем о новом и перенесите его здесь.
news-alone-option = Опция добавлена: { $title }, { $price }, { $days }.
news-due-moved = Срок перенесён: { $moment }.
news-alone-due-passed = Срок заказа вышел. Напишите покупателю на площадке и назовите дату; когда он согласится, перенесите срок здесь.
news-window-passed-auto-cancel = Время на начало вышло. Что с заказом на площадке? Приступайте, если он ещё ваш, или отметьте, что он отменён.
news-window-passed-auto-accept = Время на проверку вышло. Что с заказом на площадке? Отметьте, принял ли покупатель работу.
news-alone-done = Заказ выполнен. Поздравляем.
news-alone-off = Заказ отменён и закрыт.
news-ended-called-off-seller = Заказ отменён на площадке.
news-ended-called-off-buyer = Заказ отменён на площадке.
warning-alone-start-warning = ⏳ Осталось { $left }, чтобы начать: { $moment }. Приступите к работе или отметьте, что заказ отменён.
warning-alone-review-warning = ⏳ До конца проверки осталось { $left } Она идёт до { $moment }: загляните на площадку.

invite-link = Ссылка для покупателя заказа №{ $number } «{ $title }». По ней присоединится один человек: перешлите её только ему.
button-invite-new = Новая ссылка
button-invite-off = Отозвать ссылку
invite-renewed = Прежняя ссылка больше не действует
invite-withdrawn = Ссылка отозвана, к заказу №{ $number } никто не присоединится.
join-invited = { $name } приглашает вас в заказ:
join-means = Присоединитесь, чтобы видеть сроки, получить работу здесь и принять её. Оплата — между вами, бот денег не держит.
button-join = ✅ Присоединиться
join-done = Вы присоединились к заказу №{ $number }.
joined-already = Вы уже присоединились
lead-joined-order = 🤝 Теперь этот заказ и у вас
news-joined = 🤝 { $name } теперь в заказе: свои шаги покупатель делает сам, и вы можете писать друг другу. Часы теперь общие: когда они выйдут, заказ отменится или будет принят сам, как любой другой. Всё, что было раньше, в истории помечено как внесённое вами.

news-ended-accepted-seller-unrated = 🎉 { $name } принимает работу. Спасибо, что довели дело до конца.
news-ended-auto-accepted-seller-unrated = Срок проверки вышел, работа принята автоматически.
news-ended-auto-cancelled-seller-unrated = Автоотмена: за отведённое время вы не приступили к работе. На рейтинг это не влияет.
news-ended-cancelled-overdue-seller-unrated = { $name } отменяет просроченный заказ. На рейтинг это не влияет.
news-ended-excused-seller-unrated = { $name } считает причину уважительной. Заказ отменён.
news-ended-blamed-seller-unrated = { $name } считает причину неуважительной. Заказ отменён, на рейтинг это не влияет.
news-ended-blamed-buyer-unrated = Заказ отменён по неуважительной причине. { $back }
news-ended-cancelled-anyway-seller-unrated = Вы отменили заказ без согласия покупателя. На рейтинг это не влияет.
cancel-unrated = Заказ со стороны: при любом ответе покупателя рейтинг не изменится.
sure-any-unrated = Отменить заказ №{ $number } без согласия покупателя? На рейтинг это не повлияет.

history-added = Продавец добавил заказ со стороны. Приступить к работе: до { $until }
history-added-started = Продавец добавил заказ со стороны, уже в работе. Сдать: до { $until }
history-joined = Покупатель присоединился. Часы: до { $until }
history-due-moved = Срок перенесён на { $until }
history-window-passed-auto-cancel = Время на начало вышло
history-window-passed-auto-accept = Время на проверку вышло
history-noted = внесено продавцом
operator-order-alone = Покупатель: { $name }, не в боте

refusal-buyer-not-joined = Покупатель ещё не присоединился к этому заказу. Пригласите его по ссылке с карточки.
refusal-buyer-has-joined = Покупатель уже в заказе: договоритесь с ним кнопками на карточке.
refusal-already-joined = К этому заказу уже не присоединиться: у него есть покупатель, или он завершён.
refusal-own-invitation = Это ссылка для покупателя вашего заказа: перешлите её ему.
refusal-no-such-invitation = Эта ссылка больше не действует. Попросите у продавца новую.
refusal-moment-not-understood = Не понимаю, когда это. Напишите дату, время или сколько осталось: 30.11, 30.11 18:00, 18:00 или 5 ч.
refusal-moment-out-of-range = Такое время не подходит. Начало и новый срок — в будущем, просрочка — не больше 90 дней, и всё не дальше года.
refusal-counterpart-length = Здесь нужно от { $least } до { $most } символов, а у вас { $actual }.
