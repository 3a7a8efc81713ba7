"""A seller gives a gig options: extra work with a price and days, ready to be ordered with it (SPEC 9)."""

import pytest

from orders.gig import PRESETS_MAX
from sandbox.person import Person
from tests.acceptance.market import Market, labels
from tests.acceptance.stages import buttons

NBSP = "\N{NO-BREAK SPACE}"
CARD = "Визитка, 500, 2"
BANNER = "Баннер для сайта, 700, 0"
CARD_LINE = f"➕ Визитка, 500{NBSP}₽, +2 дня"
BANNER_LINE = f"➕ Баннер для сайта, 700{NBSP}₽, срок тот же"
HEADING = "Опции за отдельную плату:"
PRICE_WANTED = "Напишите цену числом. Например: 1500 или 1499,90."
DAYS_WANTED = "Напишите, сколько дней добавить, числом от 0 до 60."
FORM_OVER = "Эта форма уже закрыта."


async def writes_up_to_the_preview(market: Market, seller: Person) -> None:
    """Five steps."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await market.says(seller, "Логотип для кофейни", "Нарисую логотип в трёх вариантах, исходники в SVG.")
    await market.says(seller, "Какой цвет?", "1500", "3")


async def opens_options(market: Market, seller: Person) -> None:
    """Of a gig on sale: «Изменить» → «Опции»."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, "Опции")


async def gig_page(market: Market, payload: str) -> str:
    """What somebody who opens the link reads."""
    return (await market.starts(market.person("Вера"), payload)).text


async def test_options_are_added_from_the_preview_and_published_with_the_gig(market: Market, seller: Person) -> None:
    """Title, price, days; the preview, the seller's page and the buyer's page list them."""
    await writes_up_to_the_preview(market, seller)
    assert "✏️ Опции" in labels(seller.last)
    assert HEADING not in seller.last.text
    await market.presses(seller, "Опции")
    assert seller.last.text.startswith("Опции\nОпция — это дополнительная работа за отдельную плату.")
    assert buttons(seller.last) == [["Добавить опцию"], ["(success) Готово"], ["Отмена"]]

    await market.presses(seller, "Добавить опцию")
    assert seller.last.text.startswith("Новая опция\nЧто вы сделаете дополнительно? Название от 3 до 70 символов.")
    assert (await market.says(seller, "  Визитка ")).text == (
        "Визитка\nСколько это стоит? Напишите цену числом, например: 500."
    )
    assert (await market.says(seller, "500 ₽")).text == (
        f"Визитка, 500{NBSP}₽\nСколько дней добавить к сроку? Число от 0 до 60; 0, если срок тот же."
    )
    await market.says(seller, "+2 дня")
    await market.adds_options(seller, BANNER)
    assert seller.last.text.split("\n")[2:] == [CARD_LINE, BANNER_LINE]
    assert buttons(seller.last) == [
        ["Добавить опцию"],
        ["Убрать «Визитка»"],
        ["Убрать «Баннер для сайта»"],
        ["(success) Готово"],
        ["Отмена"],
    ]

    await market.presses(seller, "Готово")
    listed = f"\n\n{HEADING}\n{CARD_LINE}\n{BANNER_LINE}"
    assert f"исходники в SVG.{listed}\n\nПродавец задаст вам 1 вопрос:" in seller.last.text
    await market.presses(seller, "Опубликовать")
    payload = seller.last.text.split("?start=")[1].split()[0]
    assert listed in await gig_page(market, payload)
    await market.presses(seller, "Открыть кворк")
    assert listed in seller.last.text


async def test_options_of_a_gig_on_sale_change_once_they_are_saved(market: Market, seller: Person) -> None:
    """Added and taken away; buyers see the old ones until «Сохранить»."""
    payload = await market.publishes_gig(seller, options=CARD)
    await opens_options(market, seller)
    assert "Назад" in labels(seller.last)
    await market.adds_options(seller, BANNER)
    await market.presses(seller, "Убрать «Визитка»")
    assert CARD_LINE not in seller.last.text
    assert "Назад" not in labels(seller.last)
    await market.presses(seller, "Готово")
    assert "Нажмите «Сохранить» или поправьте любую часть." in seller.last.text
    before = await gig_page(market, payload)
    assert (CARD_LINE in before, BANNER_LINE in before) == (True, False)

    assert await market.presses(seller, "Сохранить") == "Изменения сохранены"
    after = await gig_page(market, payload)
    assert (CARD_LINE in after, BANNER_LINE in after) == (False, True)


async def test_every_option_can_be_taken_away(market: Market, seller: Person) -> None:
    """The page has no list of them then."""
    payload = await market.publishes_gig(seller, options=CARD)
    await opens_options(market, seller)
    await market.presses(seller, "Убрать «Визитка»")
    assert "Опция — это дополнительная работа" in seller.last.text
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")
    assert HEADING not in await gig_page(market, payload)


@pytest.mark.parametrize(
    ("before", "wrong", "answer"),
    [
        ((), "ab", "Нужно название от 3 до 70 символов, сейчас в нём 2."),
        ((), "х" * 71, "Нужно название от 3 до 70 символов, сейчас в нём 71."),
        ((), "бАННЕР  для сайта", "Опция с таким названием у кворка уже есть. Напишите другое название."),
        (("Визитка",), "даром", PRICE_WANTED),
        (("Визитка",), "0", f"Цена может быть от 1 до 10{NBSP}000{NBSP}000 ₽. Напишите число из этого промежутка."),
        (("Визитка", "500"), "61", DAYS_WANTED),
        (("Визитка", "500"), "завтра", DAYS_WANTED),
    ],
)
async def test_a_wrong_answer_is_asked_again_and_nothing_is_lost(
    market: Market, seller: Person, before: tuple[str, ...], wrong: str, answer: str
) -> None:
    """One sentence each, for pictures too; the form goes on from there, in a new process too."""
    await writes_up_to_the_preview(market, seller)
    await market.presses(seller, "Опции")
    await market.adds_options(seller, BANNER)
    await market.presses(seller, "Добавить опцию")
    await market.says(seller, *before)
    assert (await market.says(seller, wrong)).text == answer
    seller.send_file("photo", "option.jpg", b"1", "Визитка")
    await market.settled()
    assert seller.last.text == "Здесь нужен текст: напишите ответ словами."
    await market.stop_bot()
    await market.start_bot()
    await market.says(seller, *CARD.split(", ")[len(before) :])
    assert seller.last.text.split("\n")[2:] == [BANNER_LINE, CARD_LINE]


async def test_back_leads_step_by_step_to_where_the_options_were_opened(market: Market, seller: Person) -> None:
    """What was written of a step is written anew; an untouched list leads back to the choice of what to change."""
    await market.publishes_gig(seller)
    await opens_options(market, seller)
    await market.presses(seller, "Добавить опцию")
    await market.says(seller, "Визитка", "500")
    for words in ("Визитка\nСколько это стоит?", "Новая опция\nЧто вы сделаете", "Опции\nОпция — это"):
        await market.presses(seller, "Назад")
        assert seller.last.text.startswith(words)
    await market.presses(seller, "Назад")
    assert "Что изменить?" in seller.last.text
    await market.presses(seller, "Опции")
    await market.adds_options(seller, CARD)
    await market.presses(seller, "Готово")
    await market.presses(seller, "Назад")
    assert CARD_LINE in seller.last.text
    await market.presses(seller, "Готово")
    assert CARD_LINE in seller.last.text
    assert "(success) Сохранить" in buttons(seller.last)[0]


async def test_back_from_the_preview_of_a_new_gig_still_goes_through_its_steps(market: Market, seller: Person) -> None:
    """Options are none of the five."""
    await writes_up_to_the_preview(market, seller)
    await market.presses(seller, "Опции")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Назад")
    assert seller.last.text.startswith("Шаг 5 из 5\nСрок\n")


async def test_leaving_the_form_changes_nothing(market: Market, seller: Person) -> None:
    """By «Отмена» and by /cancel, from the list and from the middle of an option."""
    payload = await market.publishes_gig(seller, options=CARD)
    for step in ("Убрать «Визитка»", "Добавить опцию"):
        await opens_options(market, seller)
        await market.presses(seller, step)
        if step == "Добавить опцию":
            await market.says(seller, "/cancel")
        else:
            await market.presses(seller, "Отмена")
        assert "Вы вышли из формы." in seller.last.text
    assert CARD_LINE in await gig_page(market, payload)


async def test_a_new_gig_goes_on_in_the_middle_of_an_option(market: Market, seller: Person) -> None:
    """A look into another room loses nothing."""
    await writes_up_to_the_preview(market, seller)
    await market.presses(seller, "Опции")
    await market.presses(seller, "Добавить опцию")
    await market.says(seller, "Визитка", "/gigs")
    await market.presses(seller, "Создать кворк")
    assert seller.last.text.startswith("Визитка\nСколько это стоит?")
    await market.says(seller, "500", "2")
    assert CARD_LINE in seller.last.text


async def test_buttons_pressed_twice_do_what_they_say_once(market: Market, seller: Person) -> None:
    """Taking one away does not take the next away as well."""
    await market.publishes_gig(seller, options=f"{CARD}\n{BANNER}")
    await opens_options(market, seller)
    shown = seller.last
    presses = [seller.press(shown, "Убрать «Визитка»"), seller.press(shown, "Убрать «Визитка»")]
    await market.settled()
    assert [press.answer and press.answer.text for press in presses] == ["", FORM_OVER]
    assert seller.last.text.split("\n")[2:] == [BANNER_LINE]
    presses = [seller.press(seller.last, "Добавить опцию"), seller.press(seller.last, "Добавить опцию")]
    await market.settled()
    first, second = presses
    assert first.answer is not None
    assert second.answer is not None
    assert (first.answer.text, second.answer.text != "") == ("", True)
    await market.says(seller, *CARD.split(", "))
    assert seller.last.text.split("\n")[2:] == [BANNER_LINE, CARD_LINE]


async def test_a_gig_has_ten_options_at_most(market: Market, seller: Person) -> None:
    """At ten there is no button for more; without one of them there is."""
    options = [f"Опция {number}, 100, 1" for number in range(1, PRESETS_MAX + 1)]
    await market.publishes_gig(seller, options="\n".join(options))
    await opens_options(market, seller)
    assert "Добавить опцию" not in labels(seller.last)
    await market.presses(seller, "Убрать «Опция 3»")
    assert "Добавить опцию" in labels(seller.last)


async def test_words_where_a_button_is_due_are_answered(market: Market, seller: Person) -> None:
    """The list stays open."""
    await writes_up_to_the_preview(market, seller)
    await market.presses(seller, "Опции")
    assert "нужна кнопка под последним вопросом" in (await market.says(seller, "Визитка")).text
    await market.adds_options(seller, CARD)
    assert CARD_LINE in seller.last.text


async def test_all_of_it_in_english(market: Market) -> None:
    """Not a Russian letter."""
    kate = market.person("Kate", "en")
    await market.starts(kate)
    await market.says(kate, "/gigs")
    await market.presses(kate, "Create a gig")
    await market.says(kate, "A logo for a café", "Three drafts of a logo, and the sources in SVG.", "Which colour?")
    await market.says(kate, "1500", "3")
    await market.presses(kate, "Options")
    assert "An option is extra work that is paid separately." in kate.last.text
    await market.presses(kate, "Add an option")
    await market.says(kate, "A business card", "500", "1 day")
    assert kate.last.text.split("\n")[-1] == f"➕ A business card, 500{NBSP}₽, +1 day"
    assert labels(kate.last) == ["Add an option", "Remove “A business card”", "Done", "Cancel"]
    await market.presses(kate, "Done")
    assert f"\n\nOptions, paid separately:\n➕ A business card, 500{NBSP}₽, +1 day\n\n" in kate.last.text
    await market.presses(kate, "Publish")
    assert "is published" in kate.last.text
