"""Small pictures for the examples, drawn from scratch: no picture of anybody else's lies in this project."""

import math
import struct
import zlib

_Colour = tuple[int, int, int]

_PAPER: _Colour = (247, 239, 226)
_CUP: _Colour = (92, 58, 40)
_FOAM: _Colour = (214, 164, 108)
_LEAF: _Colour = (104, 141, 92)


def logo(*, width: int = 480, height: int = 320) -> bytes:
    """A coffee bean in a ring, as PNG."""
    rows = (b"\0" + b"".join(bytes(_at(x, y, width, height)) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, content = part
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _at(x: int, y: int, width: int, height: int) -> _Colour:
    """The colour of one point; distances are in halves of the height."""
    across, down = (x - width / 2) / (height / 2), (y - height / 2) / (height / 2)
    away = math.hypot(across, down)
    if abs(away - 0.78) < 0.035:  # noqa: PLR2004 - the ring
        return _CUP if across > -0.35 or down > -0.35 else _LEAF  # noqa: PLR2004
    turned, along = (across - down) / math.sqrt(2), (across + down) / math.sqrt(2)
    if (turned / 0.34) ** 2 + (along / 0.52) ** 2 < 1:
        return _FOAM if abs(turned - 0.09 * math.sin(along * 6)) < 0.035 else _CUP  # noqa: PLR2004
    return _PAPER


VECTOR = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">
  <circle cx="60" cy="60" r="46" fill="none" stroke="#5c3a28" stroke-width="4"/>
  <ellipse cx="60" cy="60" rx="20" ry="31" transform="rotate(45 60 60)" fill="#5c3a28"/>
</svg>
"""
