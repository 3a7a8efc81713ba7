# Отзывы.
button-leave-review = Оставить отзыв
button-answer-review = Ответить на отзыв
button-mood = { $mood ->
        [positive] 👍 Положительный отзыв
       *[negative] 👎 Отрицательный отзыв
    }
button-without-words = Без текста
button-send-review = Отправить отзыв
button-send-answer = Отправить ответ
button-reviews = Отзывы: { $n }
button-open-gig = Открыть кворк
percent = { $n }{"\u00A0"}%

news-review-ask = Оставьте отзыв: он поможет другим покупателям и продавцу.
news-review-left = { $mood ->
        [positive] 👍 { $name } оставляет положительный отзыв.
       *[negative] 👎 { $name } оставляет отрицательный отзыв.
    } Его видят все. Ответить можно один раз.
news-review-answered = { $name } отвечает на ваш отзыв:
news-review-hidden-buyer = Оператор скрыл ваш отзыв: другие его больше не видят. Причина:
news-review-hidden-seller = Оператор скрыл отзыв об этом заказе: другие его больше не видят. Причина:
news-review-shown-buyer = Ваш отзыв снова видят все.
news-review-shown-seller = Отзыв об этом заказе снова видят все.

review-ask-mood = Как вам заказ №{ $number } «{ $title }»? Отзыв можно оставить один раз, до { $until }. Его увидят все.
review-ask-mood-again = Какой отзыв оставить о заказе №{ $number }?
review-ask-words = Расскажите, что понравилось или не понравилось: до { $most } символов. Можно приложить одно фото. Текст не обязателен.
review-preview = Заказ №{ $number }. Так отзыв увидят все:
review-signed = Подпись: { $name }
review-for-good = Изменить или удалить отзыв потом нельзя. Чтобы поправить его сейчас, пришлите новый текст или фото.
review-first-of-album = 📷 С первым фото из альбома
review-has-photo = 📷 С фото
review-sent = Спасибо. Отзыв о заказе №{ $number } опубликован.
review-left-alone = Отзыв о заказе №{ $number } не отправлен.
review-answer = ↩️ Ответ продавца:
review-of-agreement = По индивидуальной договорённости
review-hidden = Скрыт оператором
review-heading = { $mood ->
        [positive] 👍 { $name } · { $day }
       *[negative] 👎 { $name } · { $day }
    }

answer-review-ask = Заказ №{ $number }. Напишите ответ на отзыв: до { $most } символов. Ответить можно один раз, ответ увидят все.
answer-review-preview = Заказ №{ $number }. Так ответ увидят все:
answer-review-for-good = Изменить ответ потом нельзя. Чтобы поправить его сейчас, пришлите новый текст.
answer-review-sent = Ответ на отзыв о заказе №{ $number } опубликован.
answer-review-left-alone = Ответ на отзыв о заказе №{ $number } не отправлен.

card-review = { $mood ->
        [positive] Отзыв покупателя: 👍 положительный
       *[negative] Отзыв покупателя: 👎 отрицательный
    }
card-review-hidden = Отзыв покупателя скрыт оператором

reviews-none = Отзывов пока нет
reviews-share =
    { $n ->
        [one] Отзывы: { $percent } положительных из { $n }
       *[other] Отзывы: { $percent } положительных из { $n }
    }
reviews-of-seller = Отзывы о продавце: { $name }
reviews-of-gig = Отзывы о кворке «{ $title }»
reviews-whole = Кнопка с номером покажет отзыв целиком, с фото.

history-review-left = { $mood ->
        [positive] Покупатель оставил положительный отзыв
       *[negative] Покупатель оставил отрицательный отзыв
    }
history-review-answered = Продавец ответил на отзыв
history-review-hidden = Оператор скрыл отзыв
history-review-shown = Оператор снова показал отзыв

refusal-nothing-to-review = Отзыв можно оставить о выполненном заказе или о заказе, который сорвал продавец. Этот заказ к ним не относится.
refusal-review-too-late = Отзыв можно оставить в течение 30 дней после завершения заказа. Этот срок прошёл.
refusal-already-reviewed = Отзыв об этом заказе уже есть. Он один и больше не меняется.
refusal-no-such-review = Такого отзыва нет, или он скрыт.
refusal-review-already-answered = Вы уже ответили на этот отзыв. Ответ один и больше не меняется.
refusal-review-is-hidden = Этот отзыв скрыт оператором: его никто не видит.
refusal-review-is-shown = Этот отзыв и так видят все.
refusal-review-photo-expected = К отзыву можно приложить только одно фото. Пришлите текст или фото.
refusal-review-length = { $actual ->
        [0] Напишите ответ: от 1 до { $most } символов.
       *[other] Текст может быть не длиннее { $most } символов, сейчас в нём { $actual }. Сократите его.
    }
