"""deleteMessage and deleteMessages."""

from sandbox.chats import Message
from sandbox.errors import bad_request
from sandbox.methods.copying import message_ids
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.world import World

DELETABLE_FOR = 48 * 3600


class Deleting:
    """In a private chat a bot deletes anything younger than 48 hours, the person's messages too."""

    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {"deleteMessage": self.delete_message, "deleteMessages": self.delete_messages}

    def delete_message(self, params: Params) -> bool:
        if not params.text("chat_id"):
            raise bad_request("Chat identifier is not specified")
        message_id = params.integer("message_id")
        if not message_id:
            raise bad_request("Message identifier is not specified")
        chat = self._world.chat(params)
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to delete not found")
        self._check_age(message)
        self._world.remove(chat, message_id)
        return True

    def delete_messages(self, params: Params) -> bool:
        """Messages that are not there are passed over."""
        identifiers = message_ids(params)
        chat = self._world.chat(params)
        found = [chat.messages[message_id] for message_id in identifiers if message_id in chat.messages]
        for message in found:
            self._check_age(message)
        for message in found:
            self._world.remove(chat, message.id)
        return True

    def _check_age(self, message: Message) -> None:
        if self._world.now() - message.body["date"] >= DELETABLE_FOR:
            raise bad_request("message can't be deleted for everyone")
