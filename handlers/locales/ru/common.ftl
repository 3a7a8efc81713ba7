# Слова, общие для всех экранов.
duration-days = { $n } дн.
duration-hours = { $n } ч.
duration-minutes = { $n } мин.
in-duration = через { $duration }
duration-ago = { $duration } назад

button-done = Готово
button-add-more = Добавить ещё
button-back = Назад
button-cancel = Отмена
button-skip = Пропустить

somebody = без имени
files-count =
    { $n ->
        [one] { $n } файл
        [few] { $n } файла
       *[many] { $n } файлов
    }
refused = { $sentence }
