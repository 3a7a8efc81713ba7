"""Aiogram builds the validators of all its models while it is imported: seconds of CPU and 100 MB for 400 models, of
which the bot uses a few dozen. Here each is built when it is first used.

What is relied on, and checked by `tests/bot/test_deferred.py`: `aiogram.types` calls `model_rebuild` on its models with
the namespace in which their annotations are understood, and pydantic calls it again on a model that is not built yet.
"""

from typing import Any

import pydantic


def import_aiogram_deferred() -> None:
    """Import aiogram now, its models later. Without effect once it is imported."""
    rebuild = pydantic.BaseModel.__dict__["model_rebuild"]
    namespace: dict[str, Any] = {}

    def note(_: type[pydantic.BaseModel], /, **arguments: Any) -> None:
        namespace.update(arguments.get("_types_namespace") or {})

    pydantic.BaseModel.model_rebuild = classmethod(note)  # type: ignore[assignment, method-assign]
    try:
        import aiogram.types  # noqa: F401, PLC0415
    finally:
        pydantic.BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]
    if not namespace:
        return
    from aiogram.methods.base import Response, TelegramMethod  # noqa: PLC0415
    from aiogram.types.base import TelegramObject  # noqa: PLC0415

    def build(cls: type[pydantic.BaseModel], /, **arguments: Any) -> bool | None:
        arguments["_types_namespace"] = arguments.get("_types_namespace") or namespace
        arguments.pop("_parent_namespace_depth", None)
        built: bool | None = rebuild.__func__(cls, **arguments)
        return built

    for base in (TelegramObject, TelegramMethod, Response):
        base.model_rebuild = classmethod(build)  # type: ignore[assignment, method-assign]
