"""A seller shows what they can do: photos of a gig, above its page (SPEC 9)."""

from collections.abc import Sequence

from handlers.gigs.buttons import PhotoAct, PhotoPress
from orders.gig import PHOTOS_MAX
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market, labels
from tests.acceptance.stages import buttons


async def opens_photos(market: Market, seller: Person) -> None:
    """Of a gig on sale: «Изменить» → «Фото»."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, "Фото")


async def shows(market: Market, seller: Person, *names: str) -> None:
    """One photo by itself, several as an album."""
    if len(names) == 1:
        seller.send_file(Kind.PHOTO, names[0], names[0].encode())
    else:
        seller.send_album([Attachment(Kind.PHOTO, name, name.encode()) for name in names])
    await market.settled()


async def kept(market: Market) -> int:
    """How many photos the gig on sale has."""
    async with market.app.database.read() as unit:
        gig = await unit.gigs.get(1)
    assert gig is not None
    return len(gig.photos)


def photos(who: Person, market: Market) -> Sequence[str]:
    """What lies above the last message: the files of the photos, as they stand in the chat."""
    found = []
    for message in reversed(who.received[:-1]):
        if message.kind != "photo":
            break
        found.append(message.body["photo"][-1]["file_unique_id"])
    return found[::-1]


async def test_photos_are_added_and_shown_above_the_page(market: Market, seller: Person, buyer: Person) -> None:
    """One by itself, then an album: the buyer sees all three as one album, and the page with «Заказать» below."""
    payload = await market.publishes_gig(seller)
    await opens_photos(market, seller)
    assert seller.last.text.startswith("Фото\nПокажите примеры работ: с фото кворк заметнее.")
    assert buttons(seller.last) == [["Назад"], ["Отмена"]]

    await shows(market, seller, "первое.jpg")
    assert "Сейчас в кворке 1 фото." in seller.last.text
    assert buttons(seller.last) == [["Показать фото"], ["Убрать"], ["(success) Готово"], ["Отмена"]]
    market.mark()
    await shows(market, seller, "второе.jpg", "третье.jpg")
    assert market.heard(seller) == ["Фото\nАльбом принят. Пришлите ещё или нажмите «Готово»."]
    assert await kept(market) == 0, "saved only with the gig"

    await market.presses(seller, "Готово")
    assert "📷 Над описанием: 3 фото" in seller.last.text
    await market.presses(seller, "Сохранить")
    assert "📷 Над описанием: 3 фото" in seller.last.text
    assert await kept(market) == 3

    await market.starts(buyer, payload)
    assert "Заказать" in labels(buyer.last)
    sent = [message for message in seller.chat.messages.values() if not message.from_bot and message.kind == "photo"]
    own = [message.body["photo"][-1]["file_unique_id"] for message in sent]
    assert photos(buyer, market) == own
    assert len({message.body["media_group_id"] for message in buyer.received if message.kind == "photo"}) == 1


async def test_a_new_gig_has_its_photos_from_the_beginning(market: Market, seller: Person, buyer: Person) -> None:
    """Added from the preview; they are no step of their own."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await market.says(seller, "Логотип для кофейни", "Нарисую логотип в трёх вариантах, исходники в SVG.")
    await market.says(seller, "Какой цвет?", "1500", "3")
    await market.presses(seller, "Фото")
    await shows(market, seller, "логотип.jpg")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Опубликовать")

    assert await kept(market) == 1


async def test_photos_are_looked_at_and_taken_away(market: Market, seller: Person) -> None:
    """«Показать фото» sends them with a button each; an old button takes nothing else away."""
    await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg", "2.jpg", "3.jpg")
    await market.presses(seller, "Показать фото")
    assert len(photos(seller, market)) == 3
    screen = seller.last
    assert buttons(screen) == [["Показать фото"], ["1", "2", "3"], ["Убрать все"], ["(success) Готово"], ["Отмена"]]

    await market.presses(seller, "2")
    chosen = seller.message(screen.id)
    assert chosen.text == "Фото 2 из 3\nПоставить его первым или убрать?"
    assert buttons(chosen) == [["Поставить первым"], ["Убрать"], ["Назад"]]
    await market.presses(seller, "Назад")
    assert buttons(seller.message(screen.id)) == buttons(screen)
    await market.presses(seller, "2")
    await market.presses(seller, "Убрать")
    assert "Сейчас в кворке 2 фото." in seller.message(screen.id).text
    press = seller.press(chosen, "Убрать", stale=True)
    await market.settled()
    assert press.answer is not None
    assert "Эта форма уже закрыта" in press.answer.text
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")

    assert await kept(market) == 2


async def test_the_best_photo_is_put_first(market: Market, seller: Person, buyer: Person) -> None:
    """The others keep their order; the first one itself says that it is the first."""
    payload = await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg", "2.jpg", "3.jpg")
    await market.presses(seller, "Показать фото")
    before = photos(seller, market)
    await market.presses(seller, "1")
    assert seller.last.text == "Фото 1 из 3\nПокупатель видит его первым."
    assert buttons(seller.last) == [["Убрать"], ["Назад"]]
    await market.presses(seller, "Назад")
    await market.presses(seller, "3")
    await market.presses(seller, "Поставить первым")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")

    await market.starts(buyer, payload)
    assert photos(buyer, market) == [before[2], before[0], before[1]]


async def test_all_photos_go_at_once(market: Market, seller: Person, buyer: Person) -> None:
    """The gig is a page of words again, once it is saved."""
    payload = await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg", "2.jpg")
    await market.presses(seller, "Показать фото")
    await market.presses(seller, "Убрать все")
    assert buttons(seller.last) == [["(success) Готово"], ["Отмена"]]
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")

    assert await kept(market) == 0
    await market.starts(buyer, payload)
    assert photos(buyer, market) == []


async def test_a_photo_that_is_not_there_is_neither_moved_nor_taken_away(market: Market, seller: Person) -> None:
    """A modified client can send any place."""
    await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg", "2.jpg")
    await market.presses(seller, "Показать фото")
    await market.presses(seller, "2")
    chosen = seller.last
    honest = PhotoPress.unpack(seller.button(chosen, "Убрать")["callback_data"])
    for act in PhotoAct:
        for at in (-1, 2):
            forged = PhotoPress(form=honest.form, at=at, act=act)
            press = seller.press(chosen, data=forged.pack())
            await market.settled()
            assert press.answer is not None
            assert "Эта форма уже закрыта" in press.answer.text
    await market.presses(seller, "Назад")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")

    assert await kept(market) == 2


async def test_what_is_no_photo_changes_nothing(market: Market, seller: Person) -> None:
    """A picture sent as a file, words and a sticker get one sentence each; the photos stay."""
    await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg")
    sentence = "Здесь нужно фото. Пришлите его как фото, а не файлом: по одному или альбомом."
    market.mark()
    seller.send_file(Kind.DOCUMENT, "2.png", b"2", mime_type="image/png")
    seller.write("вот фото")
    seller.send_sticker()
    await market.settled()
    assert market.heard(seller) == [sentence] * 3
    market.mark()
    seller.send_album([Attachment(Kind.DOCUMENT, name, b"2", mime_type="image/png") for name in ("2.png", "3.png")])
    await market.settled()
    assert market.heard(seller) == [sentence], "an album is answered once"

    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")
    assert await kept(market) == 1


async def test_more_photos_than_fit_are_refused_once(market: Market, seller: Person) -> None:
    """Of an album that is too much, what fits is kept, and one sentence says that the others are not."""
    await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, *(f"{n}.jpg" for n in range(8)))
    market.mark()
    await shows(market, seller, *(f"ещё {n}.jpg" for n in range(6)))
    assert market.heard(seller) == [
        "Фото\nАльбом принят. Пришлите ещё или нажмите «Готово».",
        "В кворке не больше 10 фото: остальные не добавлены. Уберите лишние или нажмите «Готово».",
    ]
    await market.presses(seller, "Показать фото")
    assert "Больше 10 фото не помещается." in seller.last.text
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")

    assert await kept(market) == PHOTOS_MAX


async def test_a_photo_that_telegram_refuses_keeps_nobody_from_the_page(
    market: Market, seller: Person, buyer: Person
) -> None:
    """One line stands for the photos; the page comes all the same, and can be ordered from."""
    payload = await market.publishes_gig(seller)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")
    market.sandbox.faults.add("refuse", method="sendPhoto", description="Bad Request: wrong file identifier specified")
    market.mark()
    await market.starts(buyer, payload)

    gone, _ = market.heard(buyer)
    assert gone == "Фото этого кворка сейчас не открываются. Остальное — ниже."
    assert "Заказать" in labels(buyer.last)
    assert await market.wrongs() == []


async def test_other_photos_leave_an_order_on_its_way(market: Market, seller: Person, buyer: Person) -> None:
    """They promise nothing: whoever has seen the gig without them orders it without a second look."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await opens_photos(market, seller)
    await shows(market, seller, "1.jpg")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")
    market.mark()
    told = await market.presses(buyer, "Заказать")

    assert told == ""
    assert "изменил" not in "".join(market.heard(buyer))
    assert "Вопрос 1" in buyer.last.text
