"""What happens: eight orders of four people, by every kind of message, press, payment and clock that changes something.

All are paid in Stars; some of those come back, for some the seller has worked.
"""

import asyncio
import re
from dataclasses import dataclass

from sandbox.person import Attachment
from tests.crash.actor import Actor, Seen
from tests.crash.stage import Stage

_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(24)


async def play(stage: Stage) -> None:
    """From the first Start to the last automatic step, three days later."""
    story = Story(stage.actor("Сергей"), stage.actor("Анна"), stage.actor("Олег"), stage.actor("Мария"))
    await story.gigs_are_ordered()
    await asyncio.gather(story.logos_begin(), story.verses_begin())
    await stage.hour(0.5)
    await asyncio.gather(story.a_room_is_talked_in(), story.words_look_for_their_order())
    await stage.hour(1)
    await asyncio.gather(story.a_logo_comes_back(), story.verses_are_talked_over())
    await story.verses_are_asked_about()
    await stage.hour(2)
    await story.a_logo_is_accepted()
    await story.more_logos_begin()
    await stage.hour(3)
    await story.buyer_asks_to_cancel()
    await story.first_day_goes_by(stage)
    await story.silence_decides(stage)


@dataclass(slots=True)
class Story:
    """Who takes part, and the numbers of their orders by what becomes of them."""

    seller: Actor
    buyer: Actor
    poet: Actor
    reader: Actor
    logo: str = ""
    accepted: int = 0
    excused: int = 0
    lapsed: int = 0
    blamed: int = 0
    unstarted: int = 0
    overdue: int = 0
    unreviewed: int = 0
    unanswered: int = 0

    async def gigs_are_ordered(self) -> None:
        """Two sellers write their gigs at the same time; the orders come one after the other, for their numbers."""
        self.logo, verse = await asyncio.gather(
            _publishes(self.seller, "Логотип для кофейни", "Что написать на логотипе?\nЕсть ли примеры?", days=3),
            _publishes(self.poet, "Стихи на открытку", "", days=1),
        )
        self.accepted = await _orders(self.buyer, self.logo)
        self.excused = await _orders(self.buyer, self.logo)
        self.lapsed = await _orders(self.buyer, self.logo, pays=False)
        self.blamed = await _orders(self.reader, verse, asks=False)
        self.unstarted = await _orders(self.reader, verse, asks=False)
        self.overdue = await _orders(self.reader, verse, asks=False)

    async def logos_begin(self) -> None:
        """One begins and grows by an option; of the other the seller asks to be excused, and is."""
        seller, buyer = self.seller, self.buyer
        await _starts(seller, buyer, self.accepted)
        await _sells_option(seller, buyer, self.accepted)
        await _asks_to_cancel(seller, self.excused, "Нет времени")
        asked = await buyer.hears(self.excused, "просит отменить заказ")
        buyer.only_presses("Причина уважительная", asked)
        await _both(seller, buyer, self.excused, "считает причину уважительной", "по уважительной причине")
        await _gets_back(buyer, self.excused)

    async def verses_begin(self) -> None:
        """The buyer declines to cancel one and, asked again, blames the poet; another begins."""
        poet, reader = self.poet, self.reader
        await _starts(poet, reader, self.blamed)
        await _asks_to_cancel(poet, self.blamed, "Не могу выполнить заказ")
        asked = await reader.hears(self.blamed, "просит отменить заказ")
        reader.only_presses("Не отменять", asked)
        await _both(poet, reader, self.blamed, "не соглашается отменять", "решили продолжить")
        await _asks_to_cancel(poet, self.blamed, "Нет времени")
        asked = await reader.hears(self.blamed, "просит отменить заказ", "Нет времени")
        reader.only_presses("Причина неуважительная", asked)
        await _both(poet, reader, self.blamed, "считает причину неуважительной", "по неуважительной причине")
        await _gets_back(reader, self.blamed)
        await poet.hears(self.unstarted, "Новый оплаченный заказ")
        await _starts(poet, reader, self.overdue)

    async def a_room_is_talked_in(self) -> None:
        """A quick reply, replies with words, an edit, an album by reply and what ends it."""
        seller, buyer, number = self.seller, self.buyer, self.accepted
        await _keeps_quick_replies(seller)
        await _opens(seller, number)
        await seller.presses_and_sees("Быстрые ответы", "Какой ответ отправить?")
        await seller.presses_and_sees("Здравствуйте, Анна!", f"Отправлено в заказ №{number}")
        greeting = await buyer.hears(number, "Здравствуйте, Анна!")
        mine = buyer.only_replies("Фон синий.", greeting)
        heard = await seller.hears(number, "Фон синий.")
        buyer.only_edits(mine, "Фон зелёный.")
        await seller.hears(number, "✏️ изменено", "Фон зелёный.")
        seller.only_replies("Понятно, а буквы?", heard)
        asked = await buyer.hears(number, "Понятно, а буквы?")
        buyer.only_sends(_album("буквы 1", "буквы 2", "буквы 3"), asked)
        buyer.only_replies("Вот такие.", asked)
        await seller.hears(number, "Вам пишет Анна")
        await seller.hears(number, "Вот такие.")

    async def words_look_for_their_order(self) -> None:
        """By a button, and in reply to what is of no order; a phone number leaves after a yes.

        Each question has words of its own: after a death the same one may come again.
        """
        poet, reader = self.poet, self.reader
        await reader.says("Это о второй открытке.", "К какому заказу это относится?")
        settled = await reader.presses_and_sees(f"№{self.unstarted} ·", f"Передано в заказ №{self.unstarted}.")
        await poet.hears(self.unstarted, "Это о второй открытке.")
        await reader.replies("А это о третьей.", settled, "ни к одному заказу не относится")
        await reader.presses_and_sees(f"№{self.overdue} ·", f"Передано в заказ №{self.overdue}.")
        heard = await poet.hears(self.overdue, "А это о третьей.")
        poet.only_replies("Вас понял.", heard)
        answered = await reader.hears(self.overdue, "Вас понял.")
        await reader.replies("+7 900 123-45-67", answered, "Здесь номер телефона или контакт.")
        await reader.presses_and_sees("Передать", f"Передано в заказ №{self.overdue}.")
        await poet.hears(self.overdue, "+7 900 123-45-67")

    async def a_logo_comes_back(self) -> None:
        """Delivered, and returned with remarks."""
        await _delivers(self.seller, self.buyer, self.accepted, "Три варианта во вложении.")
        await _hands_over(self.buyer, self.accepted, "Отправить на доработку", "Буквы крупнее.")
        await _both(self.seller, self.buyer, self.accepted, "замечания выше", "Замечания отправлены")

    async def verses_are_talked_over(self) -> None:
        """A message, and a look at what is there so far."""
        await _hands_over(self.reader, self.overdue, "Написать", "Можно без рифмы.", send="Отправить")
        await self.poet.hears(self.overdue, "Можно без рифмы.")
        interim = "Показать промежуточный результат"
        await _hands_over(self.poet, self.overdue, interim, "Первая строфа.", send="Показать покупателю")
        await self.reader.hears(self.overdue, "промежуточный результат")

    async def verses_are_asked_about(self) -> None:
        """What the poet needs to know: of one order all is answered, item by item; of the other nothing."""
        poet, reader = self.poet, self.reader
        await _asks_for_information(poet, self.overdue, "1. Повод\n2. Имена")
        asked = await reader.hears(self.overdue, "просит информацию")
        await reader.presses_and_sees("Ответить", "На какой пункт ответить", on=asked)
        await reader.presses_and_sees("1. Повод", "Ваш ответ")
        await reader.says("Юбилей", "Принято")
        await reader.presses_and_sees("Готово", "Следующий пункт")
        await poet.hears(self.overdue, "Без ответа остаётся 1 пункт")
        await reader.sends(_album("имя 1", "имя 2"), "Альбом принят")
        await reader.presses_and_sees("Готово", "Вы ответили на всё")
        await poet.hears(self.overdue, "Все ответы получены")
        await _asks_for_information(poet, self.unstarted, "Повод")
        await reader.hears(self.unstarted, "просит информацию")

    async def a_logo_is_accepted(self) -> None:
        """At the second delivery."""
        delivered = await _delivers(self.seller, self.buyer, self.accepted, "Исправлено.")
        self.buyer.only_presses("Принять работу", delivered)
        await _both(self.seller, self.buyer, self.accepted, "принимает работу", "Вы приняли работу")

    async def more_logos_begin(self) -> None:
        """For somebody who will be silent."""
        self.unreviewed = await _orders(self.reader, self.logo)
        self.unanswered = await _orders(self.reader, self.logo)
        await _starts(self.seller, self.reader, self.unanswered)
        await _starts(self.seller, self.reader, self.unreviewed)

    async def buyer_asks_to_cancel(self) -> None:
        """One, and does not look at the other."""
        await _delivers(self.seller, self.reader, self.unreviewed, "Готово.")
        await _asks_to_cancel(self.reader, self.unanswered, "Работа больше не нужна")
        await self.seller.hears(self.unanswered, "просит отменить заказ")

    async def first_day_goes_by(self, stage: Stage) -> None:
        """The poet starts nothing and delivers nothing, in spite of all warnings."""
        await stage.hour(12)
        await self.poet.hears(self.unstarted, "Осталось 12 ч. до автоотмены", "ещё не ответил")
        await self.reader.hears(self.unstarted, "Осталось 12 ч. до автоотмены", "ждёт от вас")
        await stage.hour(18)
        await self.poet.hears(self.overdue, "осталось 6 ч.")
        await stage.hour(21)
        await self.poet.hears(self.unstarted, "Осталось 3 ч. до автоотмены")
        await self.reader.hears(self.unstarted, "Осталось 3 ч. до автоотмены")
        await stage.hour(23)
        await self.poet.hears(self.unstarted, "Осталось 1 ч. до автоотмены")
        await self.reader.hears(self.unstarted, "Осталось 1 ч. до автоотмены")
        await self.poet.hears(self.overdue, "осталось 1 ч.")
        await stage.hour(24)
        await _both(self.poet, self.reader, self.unstarted, "Автоотмена: за", "не приступил к работе вовремя")
        await _gets_back(self.reader, self.unstarted)
        await self.buyer.hears(self.lapsed, "Время на оплату вышло")
        await self.poet.hears(self.overdue, "Срок заказа вышел")
        late = await self.reader.hears(self.overdue, "Срок заказа вышел")
        self.reader.only_presses("Отменить заказ", late)
        await _both(self.poet, self.reader, self.overdue, "просроченный заказ")
        await _gets_back(self.reader, self.overdue)

    async def silence_decides(self, stage: Stage) -> None:
        """Over the request to cancel, and over the delivery."""
        await stage.hour(27)
        await self.seller.hears(self.unanswered, "осталось 24 ч.")
        await stage.hour(48)
        await self.seller.hears(self.unanswered, "осталось 3 ч.")
        await stage.hour(51)
        await _both(self.seller, self.reader, self.unanswered, "Ответа на запрос об отмене не было")
        await _gets_back(self.reader, self.unanswered)
        await self.reader.hears(self.unreviewed, "через 24 ч.")
        await stage.hour(72)
        await self.reader.hears(self.unreviewed, "через 3 ч.")
        await stage.hour(75)
        await _both(self.seller, self.reader, self.unreviewed, "принята автоматически")
        await stage.hour(76)


async def _publishes(seller: Actor, title: str, questions: str, *, days: int) -> str:
    """A new gig, with an option if the seller asks something; gives its link."""
    await seller.starts("", "Здравствуйте")
    await seller.says("/gigs", "Мои кворки")
    await seller.presses_and_sees("Создать кворк", "Шаг 1")
    await seller.says(title, "Шаг 2")
    await seller.says("Сделаю хорошо и в срок, исходники отдам.", "Шаг 3")
    if questions:
        await seller.says(questions, "Шаг 4")
    else:
        await seller.presses_and_sees("Пропустить", "Шаг 4")
    await seller.says("1500", "Шаг 5")
    await seller.says(str(days), "Так кворк увидит покупатель")
    if questions:
        await seller.presses_and_sees("✏️ Опции", "Опция — это")
        await seller.presses_and_sees("Добавить опцию", "Новая опция")
        await seller.says("Визитка", "Сколько это стоит")
        await seller.says("500", "Сколько дней добавить")
        await seller.says("2", "➕ Визитка")
        await seller.presses_and_sees("Готово", "Так кворк увидит покупатель")
    link = await seller.presses_and_sees("Опубликовать", "опубликован")
    return link.text.split()[-1]


async def _orders(buyer: Actor, link: str, *, asks: bool = True, pays: bool = True) -> int:
    """Through the options and questions, if the seller has any, to the card; gives the order's number."""
    await buyer.starts(link, "Цена")
    if asks:
        await buyer.presses_and_sees("Заказать", "☐ Визитка")
        await buyer.presses_and_sees("☐ Визитка", "☑ Визитка")
        await buyer.presses_and_sees("Дальше", "Вопрос 1 из 2")
        await buyer.says("«Зерно», коричневый", "Принято")
        await buyer.presses_and_sees("Готово", "Вопрос 2 из 2")
        await buyer.sends(_album("пример 1", "пример 2"), "Альбом принят")
        card = await buyer.presses_and_sees("Готово", "Статус: Ожидает оплаты")
    else:
        card = await buyer.presses_and_sees("Заказать", "Статус: Ожидает оплаты")
    found = re.search(r"Заказ №(\d+)", card.text)
    assert found is not None
    number = int(found[1])
    if pays:
        await buyer.pays(number)
        await buyer.hears(number, "Оплата получена")
    return number


async def _keeps_quick_replies(seller: Actor) -> None:
    """The prepared ones, and one more that is moved up."""
    await seller.says("/settings", "Часовой пояс")
    await seller.presses_and_sees("Быстрые ответы", "Пока здесь пусто")
    await seller.presses_and_sees("Добавить три готовых", "Три ответа добавлены")
    await seller.presses_and_sees("Добавить ответ", "Напишите текст ответа")
    await seller.says("{имя}, всё получил, спасибо.", "Сохранено. Быстрый ответ 4 из 4")
    await seller.presses_and_sees("Выше", "Быстрый ответ 3 из 4")


async def _sells_option(seller: Actor, buyer: Actor, number: int) -> None:
    """Offered and paid."""
    await _opens(seller, number)
    await seller.presses_and_sees("Предложить опции", "Что вы предлагаете")
    await seller.says("Визитка", "Сколько это стоит")
    await seller.says("500", "Сколько дней")
    await seller.says("2", "Так опцию увидит")
    await seller.presses_and_sees("Предложить", "предложена покупателю")
    offer = await buyer.hears(number, "предлагает дополнительную работу")
    await seller.hears(number, "Опция предложена покупателю")
    await buyer.buys("Оплатить опцию", offer)
    await _both(seller, buyer, number, "Покупатель оплатил опцию", "Опция добавлена к заказу")


async def _gets_back(buyer: Actor, number: int) -> None:
    """What was paid, after the news that it is on its way."""
    await buyer.hears(number, "Вам возвращено")


async def _starts(seller: Actor, buyer: Actor, number: int) -> None:
    """The work begins."""
    card = await seller.hears(number, "Новый оплаченный заказ")
    seller.only_presses("Приступаю к работе", card)
    await buyer.hears(number, "приступает к работе")
    await seller.hears(number, "Вы приступили к работе")


async def _asks_to_cancel(asker: Actor, number: int, reason: str) -> None:
    await _opens(asker, number)
    await asker.presses_and_sees("Отменить заказ", "Почему вы хотите отменить")
    await asker.presses_and_sees(reason, "что случилось")
    await asker.says("Заболел и до пятницы не смогу, простите.", "Так запрос увидит")
    await asker.presses_and_sees("Отправить", "Запрос на отмену")


async def _asks_for_information(seller: Actor, number: int, items: str) -> None:
    await _opens(seller, number)
    await seller.presses_and_sees("Запросить информацию", "чего не хватает")
    await seller.says(items, "Так список увидит")
    await seller.presses_and_sees("Отправить запрос", f"Запрос по заказу №{number} отправлен")


async def _delivers(seller: Actor, buyer: Actor, number: int, text: str) -> Seen:
    """Words, an album and a file; gives the buyer's news of it."""
    await _opens(seller, number)
    await seller.presses_and_sees("Сдать выполненную работу", "Хорошая сдача")
    await seller.says(text, "Принято")
    await seller.sends(_album("вариант 1", "вариант 2", "вариант 3"), "Альбом принят")
    await seller.sends([Attachment("document", "исходник.svg", b"<svg/>")], "Принято")
    await seller.presses_and_sees("Готово", "Всё верно?")
    await seller.presses_and_sees("📦 Сдать", f"Работа по заказу №{number} сдана")
    await seller.hears(number, "часы остановлены")
    return await buyer.hears(number, "Проверьте её")


async def _opens(actor: Actor, number: int) -> None:
    """A new card of the order, from «Заказы»."""
    await actor.says("/orders", "<rich_message>")
    await actor.presses_and_sees(f"№{number}", f"Заказ №{number}\n")


async def _hands_over(actor: Actor, number: int, button: str, text: str, send: str = "") -> None:
    """Something that is sent without a preview, by a button of another name or of the same."""
    await _opens(actor, number)
    await actor.presses_and_sees(button, f"Заказ №{number}.")
    await actor.says(text, "Принято")
    await actor.presses_and_sees(send or button, "отправлен")


async def _both(seller: Actor, buyer: Actor, number: int, sellers: str, buyers: str = "") -> None:
    """Both hear of it, each in words of their own."""
    await seller.hears(number, sellers)
    await buyer.hears(number, buyers or sellers)


def _album(*names: str) -> list[Attachment]:
    return [Attachment("photo", f"{name}.png", _PICTURE + name.encode()) for name in names]
