"""getUpdates and the webhook: the two ways in which a bot learns what people do."""

import re

from sandbox.errors import bad_request, conflict
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.updates import MAX_LIMIT, MAX_WAIT
from sandbox.values import Json
from sandbox.webhook import Webhook
from sandbox.world import World

MAX_SECRET = 256
MAX_CONNECTIONS = 100
USUAL_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Updating:
    def __init__(self, world: World, webhook: Webhook) -> None:
        self._world = world
        self._webhook = webhook

    def table(self) -> Table:
        return {
            "getUpdates": self.get_updates,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.get_webhook_info,
        }

    async def get_updates(self, params: Params) -> list[Json]:
        """`timeout` is in real seconds, up to 50; a second caller ends the first one's wait with 409."""
        if self._webhook.url:
            raise conflict(_WEBHOOK_ACTIVE)
        self._remember_allowed(params)
        return await self._world.updates.take(
            offset=params.integer("offset"),
            limit=min(max(params.integer("limit", MAX_LIMIT), 1), MAX_LIMIT),
            wait=min(max(params.integer("timeout"), 0), MAX_WAIT),
        )

    async def set_webhook(self, params: Params) -> bool:
        url, secret = params.text("url"), params.text("secret_token")
        if not url:
            return await self.delete_webhook(params)
        if not url.startswith(("http://", "https://")):
            raise bad_request("invalid webhook URL specified")
        if len(secret) > MAX_SECRET:
            raise bad_request("secret token is too long")
        if not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        self._drop_if_asked(params)
        self._remember_allowed(params)
        connections = min(max(params.integer("max_connections", USUAL_CONNECTIONS), 1), MAX_CONNECTIONS)
        await self._webhook.set(url, secret=secret, max_connections=connections)
        return True

    async def delete_webhook(self, params: Params) -> bool:
        self._drop_if_asked(params)
        await self._webhook.close()
        return True

    def get_webhook_info(self, _params: Params) -> Json:
        return self._webhook.info()

    def _drop_if_asked(self, params: Params) -> None:
        if params.flag("drop_pending_updates"):
            self._world.updates.clear()

    def _remember_allowed(self, params: Params) -> None:
        if "allowed_updates" in params:
            self._world.updates.allow([kind for kind in params.entities("allowed_updates") if isinstance(kind, str)])
