# Индивидуальные предложения: продавец делает, покупатель открывает.
button-offer = Индивидуальное предложение
offers-title = Индивидуальные предложения
offers-none = Предложение — это работа, цена и срок для одного человека. Отправьте ему ссылку: заказать по ней можно один раз.
offers-line = { $number }. { $title } — { $price }, { $state }
offers-button-new = Сделать предложение
offer-title = Индивидуальное предложение
offer-state = Состояние — { $state }
offer-state-new = ссылку ещё не открывали
offer-state-sent = отправлено: { $name }
offer-state-opened = открыто: { $name }
offer-state-ordered = заказ №{ $number }
offer-state-declined = отказ: { $name }
offer-state-expired = срок вышел
offer-state-withdrawn = отозвано
offer-until = Действует до { $moment } ({ $countdown })
offer-link = Ссылка на одного человека: предложение достанется тому, кто откроет её первым.
offer-link-taken = По этой ссылке предложение увидит только { $name }.
offer-made = Предложение готово. Отправьте ссылку тому, для кого оно:
offer-sent = Предложение отправлено: { $name }.
offer-button-all = Все предложения
offer-button-open = Открыть предложение
offer-button-withdraw = Отозвать
offer-button-withdraw-sure = Да, отозвать
offer-button-again = Предложить снова
offer-button-decline = Отказаться
offer-button-decline-sure = Да, отказаться
offer-button-create = Создать ссылку
offer-button-send = Отправить: { $name }
offer-withdraw-sure = Отозвать предложение «{ $title }»? Заказать его будет уже нельзя, а неоплаченный заказ по нему отменится.
offer-withdrawn = Предложение отозвано
offer-withdrawn-buyer = { $name } больше не предлагает «{ $title }»: предложение отозвано. Платить по нему ничего не нужно.
offer-decline-sure = Отказаться от предложения «{ $title }»? Продавец узнает об этом. Вернуть предложение сможет только он.
offer-declined-seller = { $name }: отказ от предложения «{ $title }».
offer-ordered-before = По этому предложению уже есть заказ №{ $number }

offer-for = Предложение для: { $name }
offer-for-first = Предложение для одного человека: вы получите ссылку и отправите ему.
offer-ask-title = Что вы предлагаете сделать? Название от 3 до 70 символов. Например: «Логотип и вывеска для кофейни».
offer-ask-description = Опишите, о чём договорились: что получит покупатель и что в цену не входит. От 20 до 3000 символов.
offer-preview = Так предложение увидит покупатель. Всё верно?
offer-how-long =
    Предложение действует { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, срок можно поменять кнопкой.

offer-tail-open = Нажмите «Заказать», проверьте заказ и { $method ->
        [direct] подтвердите
       *[other] оплатите
    } его: до этого продавец о нём не узнает. Вопросы по работе можно будет обсудить прямо в заказе.
offer-tail-ordered = По этому предложению оформлен заказ №{ $number }.
offer-tail-expired = Срок этого предложения вышел. Попросите продавца прислать новое.
offer-tail-withdrawn = Продавец отозвал это предложение.
offer-tail-declined = Вы отказались от этого предложения. Если передумали, попросите продавца прислать новое.

refusal-no-such-offer = Такого предложения нет. Проверьте ссылку или спросите продавца.
refusal-offer-of-another = Это предложение сделано для другого человека. Попросите продавца сделать такое же для вас.
refusal-offer-expired = Срок этого предложения вышел. Попросите продавца прислать новое.
refusal-offer-withdrawn = Это предложение отозвано.
refusal-offer-declined = От этого предложения отказались. Его можно сделать заново.
refusal-offer-used = По этому предложению уже оформлен заказ.
refusal-offer-length-unknown = Столько предложение действовать не может: выберите срок кнопкой.
refusal-seller-stopped = Продажи этого продавца приостановлены. Решить это может оператор бота.

ending-taken-back = Продавец отозвал предложение
