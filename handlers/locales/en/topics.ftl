# Topics, where the operator has switched them on.
topic-name = #{ $number } · { $status } · { $title }
topic-look = It is in the topic of order #{ $number }
