"""The bot's own face: getMe, commands, name, descriptions and menu button."""

import re
from functools import partial

from sandbox.errors import ApiError, bad_request
from sandbox.fields import as_list, as_object, required_text
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.values import Json
from sandbox.world import World

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
MAX_LENGTHS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat"})
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")


class ProfileMethods:
    """Everything that depends on a language is kept by language; "" is for all the others."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._bot = world.bot

    def table(self) -> Table:
        table: Table = {
            "getMe": self.get_me,
            "setMyCommands": self.set_my_commands,
            "getMyCommands": self.get_my_commands,
            "deleteMyCommands": self.delete_my_commands,
            "setChatMenuButton": self.set_chat_menu_button,
            "getChatMenuButton": self.get_chat_menu_button,
        }
        for what, name in (
            ("name", "Name"),
            ("description", "Description"),
            ("short_description", "ShortDescription"),
        ):
            table[f"setMy{name}"] = partial(self._set_text, what)
            table[f"getMy{name}"] = partial(self._get_text, what)
        return table

    def get_me(self, _params: Params) -> Json:
        return self._bot.as_user() | {
            "can_join_groups": False,
            "can_read_all_group_messages": False,
            "supports_inline_queries": self._bot.has_inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": self._bot.has_topics,
            "allows_users_to_create_topics": self._bot.has_topics and self._bot.people_make_topics,
        }

    def set_my_commands(self, params: Params) -> bool:
        value = params.parsed("commands", "Can't parse commands JSON object")
        commands = [_command(item) for item in as_list(value or [], "Expected an Array of BotCommand")]
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self._bot.commands[self._place(params)] = commands
        self._world.events.add("bot", {"commands": commands})
        return True

    def get_my_commands(self, params: Params) -> list[Json]:
        return self._bot.commands.get(self._place(params), [])

    def delete_my_commands(self, params: Params) -> bool:
        self._bot.commands.pop(self._place(params), None)
        self._world.events.add("bot", {"commands": []})
        return True

    def set_chat_menu_button(self, params: Params) -> bool:
        """Without chat_id: the button of every chat that has none of its own."""
        value = params.parsed("menu_button", "Can't parse menu button JSON object")
        button = {"type": "default"} if value is None else as_object(value, "MenuButton must be an Object")
        if required_text(button, "type") not in {"commands", "web_app", "default"}:
            raise bad_request("Can't parse menu button: MenuButton has unsupported type")
        if params.text("chat_id"):
            self._world.chat(params).menu_button = button
        else:
            self._bot.menu_button = {"type": "commands"} if button["type"] == "default" else button
        return True

    def get_chat_menu_button(self, params: Params) -> Json:
        own = self._world.chat(params).menu_button if params.text("chat_id") else None
        return own or self._bot.menu_button

    def _set_text(self, what: str, params: Params) -> bool:
        text = params.text(what)
        if len(text) > MAX_LENGTHS[what]:
            raise bad_request(f"BOT_{'TITLE' if what == 'name' else 'DESCRIPTION'}_INVALID")
        self._bot.texts[what, _language(params)] = text
        if what == "name" and text and not params.text("language_code"):
            self._bot.name = text
        self._world.events.add("bot", {what: text})
        return True

    def _get_text(self, what: str, params: Params) -> Json:
        usual = self._bot.texts.get((what, ""), self._bot.name if what == "name" else "")
        return {what: self._bot.texts.get((what, _language(params))) or usual}

    def _place(self, params: Params) -> tuple[str, str]:
        """Scope and language a list of commands belongs to."""
        value = params.parsed("scope", "Can't parse BotCommandScope JSON object")
        scope = as_object(value or {"type": "default"}, "BotCommandScope must be an Object")
        kind = required_text(scope, "type")
        if kind not in SCOPES:
            raise bad_request("Can't parse BotCommandScope: unsupported type specified")
        if kind == "chat":
            kind = f"chat {self._world.chat(Params({'chat_id': scope.get('chat_id')})).id}"
        return kind, _language(params)


def commands_for(world: World, chat_id: int) -> list[Json]:
    """The commands a person sees behind the menu button: the narrowest scope, their language first."""
    chat = world.chats[chat_id]
    language = (chat.profile.language_code or "")[:2]
    for scope in (f"chat {chat_id}", "all_private_chats", "default"):
        for code in (language, ""):
            commands = world.bot.commands.get((scope, code))
            if commands:
                return commands
    return []


def _language(params: Params) -> str:
    code = params.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _command(value: object) -> Json:
    try:
        item = as_object(value, "expected an Object")
        command, description = required_text(item, "command"), required_text(item, "description")
    except ApiError as error:
        raise bad_request(f"Can't parse BotCommand: {error.reason}") from None
    command = command.removeprefix("/")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
