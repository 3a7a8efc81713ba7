"""The bot's commands, texts and menu button; pins, reactions and typing."""

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonWebApp,
    ReactionTypeEmoji,
    WebAppInfo,
)

from sandbox import Person, Sandbox
from sandbox.methods.profile import commands_for
from tests.sandbox.test_sending import refused


def command(name: str, description: str = "x") -> BotCommand:
    return BotCommand(command=name, description=description)


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.me()

    assert (me.id, me.is_bot, me.username, me.first_name) == (42, True, "vsrok_bot", "В срок")
    assert me.has_topics_enabled is True
    assert me.supports_inline_queries is True


async def test_commands_are_kept_by_scope_and_language(bot: Bot, sandbox: Sandbox, anna: Person, boris: Person) -> None:
    boris.start()
    await bot.set_my_commands([command("orders", "Orders")])
    await bot.set_my_commands([command("orders", "Заказы")], language_code="ru")
    await bot.set_my_commands([command("pay")], scope=BotCommandScopeChat(chat_id=boris.id))

    assert commands_for(sandbox.world, anna.id) == [{"command": "orders", "description": "Заказы"}]
    assert commands_for(sandbox.world, boris.id) == [{"command": "pay", "description": "x"}]
    assert [each.description for each in await bot.get_my_commands(language_code="ru")] == ["Заказы"]
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats()) == []
    await bot.delete_my_commands(language_code="ru")
    assert commands_for(sandbox.world, anna.id) == [{"command": "orders", "description": "Orders"}]


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([command("Orders")], "BOT_COMMAND_INVALID"),
        ([command("заказы")], "BOT_COMMAND_INVALID"),
        ([command("x" * 33)], "BOT_COMMAND_INVALID"),
        ([command("x", "x" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command("x")] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_bad_commands_are_refused(bot: Bot, commands: list[BotCommand], words: str) -> None:
    await refused(bot.set_my_commands(commands), words)


async def test_texts_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_description("Orders in time")
    await bot.set_my_description("Заказы в срок", language_code="ru")
    await bot.set_my_short_description("Кратко", language_code="ru")
    await bot.set_my_name("On time")

    assert (await bot.get_my_description()).description == "Orders in time"
    assert (await bot.get_my_description(language_code="ru")).description == "Заказы в срок"
    assert (await bot.get_my_description(language_code="fr")).description == "Orders in time"
    assert (await bot.get_my_short_description()).short_description == ""
    assert (await bot.get_my_short_description(language_code="ru")).short_description == "Кратко"
    assert (await bot.get_my_name()).name == "On time"
    assert (await bot.get_me()).first_name == "On time"


async def test_a_text_that_is_too_long_or_in_no_language_is_refused(bot: Bot) -> None:
    await refused(bot.set_my_description("x" * 513), "BOT_DESCRIPTION_INVALID")
    await refused(bot.set_my_name("x" * 65), "BOT_TITLE_INVALID")
    await refused(bot.set_my_name("x", language_code="russian"), "invalid language code specified")


async def test_a_chat_may_have_its_own_menu_button(bot: Bot, anna: Person) -> None:
    await bot.set_chat_menu_button(
        anna.id, menu_button=MenuButtonWebApp(text="Открыть", web_app=WebAppInfo(url="https://a.example"))
    )

    assert isinstance(await bot.get_chat_menu_button(anna.id), MenuButtonWebApp)
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)


async def test_pinned_messages_show_in_the_chat(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "важно")

    await bot.pin_chat_message(anna.id, sent.message_id)

    chat = await bot.get_chat(anna.id)
    assert chat.first_name == "Анна"
    assert chat.pinned_message
    assert chat.pinned_message.message_id == sent.message_id
    await bot.unpin_chat_message(anna.id)
    assert (await bot.get_chat(anna.id)).pinned_message is None
    await refused(bot.pin_chat_message(anna.id, 99), "message to pin not found")
    await refused(bot.unpin_chat_message(anna.id), "message to unpin not found")


async def test_a_bot_reacts_to_a_message(bot: Bot, anna: Person) -> None:
    await bot.set_message_reaction(anna.id, 1, [ReactionTypeEmoji(emoji="👍")])

    assert anna.chat.reactions[1] == [{"type": "emoji", "emoji": "👍"}]
    await refused(bot.set_message_reaction(anna.id, 99), "message to react not found")


async def test_typing_is_shown_and_nonsense_is_not(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.send_chat_action(anna.id, "typing")

    await refused(bot.send_chat_action(anna.id, "juggling"), "wrong parameter action in request")
    events = sandbox.events.after(0) or []
    assert {"chat_id": anna.id, "action": "typing"} in [event.data for event in events]


async def test_nobody_has_a_profile_photo(bot: Bot, anna: Person) -> None:
    assert (await bot.get_user_profile_photos(anna.id)).total_count == 0
    await refused(bot.get_user_profile_photos(99), "user not found")


async def test_the_bot_sends_contacts_and_places(bot: Bot, anna: Person) -> None:
    assert (await bot.send_contact(anna.id, "+7", "Пётр")).contact
    assert (await bot.send_location(anna.id, 55.75, 37.62)).location
    await refused(bot.send_location(anna.id, 91, 0), "invalid location specified")
    await refused(bot.send_contact(anna.id, "", "Пётр"), 'parameter "phone_number" is required')
