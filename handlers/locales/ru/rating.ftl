# Рейтинг ответственности.
button-rating = Рейтинг ответственности
rating-title = Рейтинг ответственности: { $rating }
rating-made-of =
    { $n ->
        [one] Учтён { $n } заказ: выполнено { $kept }, сорвано { $broken }.
        [few] Учтены { $n } заказа: выполнено { $kept }, сорвано { $broken }.
       *[many] Учтено { $n } заказов: выполнено { $kept }, сорвано { $broken }.
    }
rating-no-orders = Завершённых заказов, которые в нём учитываются, пока нет.
rating-next-kept = Следующий заказ выполнен — станет { $rating }
rating-next-broken = Следующий заказ сорван — станет { $rating }
rating-rule = Это доля выполненных среди последних { $most }. Сорванным заказ становится, если вы не начали вовремя, отменили его без согласия или без уважительной причины, либо покупатель отменил просроченный заказ. Остальные отмены не учитываются.
rating-line-kept = ✅ №{ $number } · { $ended } · { $day }
rating-line-broken = ❌ №{ $number } · { $ended } · { $day }
rating-rule-auto-cancelled = Почему: заказ, к которому не приступили вовремя, считается сорванным.
rating-rule-cancelled-overdue = Почему: просроченный заказ, который отменил покупатель, считается сорванным.
rating-rule-blamed = Почему: заказ, отменённый по неуважительной причине, считается сорванным.
rating-rule-cancelled-anyway = Почему: заказ, отменённый без согласия покупателя, считается сорванным.
rating-shift = Рейтинг до этого: { $before }, теперь: { $after }.
rating-moved-title = Ваши кворки в каталоге:
rating-moved = «{ $title }»: было место { $before }, стало { $after }
rating-not-moved = В каталоге ваши кворки остались на своих местах.
card-voided = В рейтинге не учитывается: так решил оператор
news-outcome-voided = Оператор решил не учитывать этот заказ в рейтинге. Рейтинг ответственности теперь: { $rating }. Причина:
news-outcome-counted = Этот заказ снова учитывается в рейтинге: так решил оператор. Рейтинг ответственности теперь: { $rating }.
history-outcome-voided = Оператор решил не учитывать заказ в рейтинге
history-outcome-counted = Оператор решил снова учитывать заказ в рейтинге

# Стол оператора.
operator-voided = В рейтинге не учитывается. Причина: { $reason }
operator-review-hidden = Скрыт. Причина: { $reason }
operator-button-void = Не учитывать в рейтинге
operator-button-count = Учитывать снова
operator-button-hide = Скрыть отзыв
operator-button-show = Показать отзыв
operator-button-review-photo = Отзыв с фото
oversee-ask-void = Почему не учитывать заказ №{ $number } в рейтинге? Продавец прочтёт причину: от { $least } до { $most } символов.
oversee-ask-hide = Почему скрыть отзыв о заказе №{ $number }? Покупатель и продавец прочтут причину: от { $least } до { $most } символов.
oversee-heading-void = Не учитывать в рейтинге: заказ №{ $number }
oversee-heading-count = Учитывать снова: заказ №{ $number }
oversee-heading-hide = Скрыть отзыв: заказ №{ $number }
oversee-heading-show = Показать отзыв: заказ №{ $number }
oversee-means-void = Заказ не будет учитываться ни в рейтинге, ни в каталоге, ни в статистике. Отзыв о нём, если есть, останется: его можно скрыть отдельно.
oversee-means-count = Заказ снова будет учитываться в рейтинге, каталоге и статистике.
oversee-means-hide = Отзыв никто не увидит, и он не будет учитываться. Его можно показать снова.
oversee-means-show = Отзыв снова увидят все, и он будет учитываться.
oversee-rating = Рейтинг продавца: сейчас { $before }, станет { $after }
oversee-reason = Причина:
oversee-button-void = Да, не учитывать
oversee-button-count = Да, учитывать
oversee-button-hide = Да, скрыть
oversee-button-show = Да, показать
oversee-done-void = Заказ №{ $number } больше не учитывается. Продавец узнает причину.
oversee-done-count = Заказ №{ $number } снова учитывается. Продавец об этом узнает.
oversee-done-hide = Отзыв о заказе №{ $number } скрыт. Обе стороны узнают причину.
oversee-done-show = Отзыв о заказе №{ $number } снова видят все. Обе стороны об этом узнают.
oversee-left = Заказ №{ $number } без изменений.

refusal-own-order = Это ваш собственный заказ: такое решает другой оператор.
refusal-no-outcome = Этот заказ в рейтинге и так не учитывается.
refusal-outcome-is-voided = Этот заказ уже не учитывается.
refusal-outcome-counts = Этот заказ уже учитывается.
