# Topics, where the operator has switched them on.
topic-name = №{ $number } · { $status } · { $title }
topic-look = Это в теме заказа №{ $number }
