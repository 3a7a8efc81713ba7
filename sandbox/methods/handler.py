"""What a method is to the server: parameters in, result out."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sandbox.params import Params

Handler: TypeAlias = Callable[[Params], object | Awaitable[object]]
Table: TypeAlias = dict[str, Handler]
