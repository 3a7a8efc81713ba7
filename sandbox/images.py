"""How large a picture is, read from its first bytes."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset(range(0xD0, 0xD8)) | {0x01}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG or WebP; None for anything else."""
    try:
        if content.startswith(_PNG):
            return _pair(">II", content, 16)
        if content[:6] in {b"GIF87a", b"GIF89a"}:
            return _pair("<HH", content, 6)
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except struct.error:
        return None
    return None


def _pair(shape: str, content: bytes, offset: int) -> tuple[int, int]:
    first, second = struct.unpack_from(shape, content, offset)
    return int(first), int(second)


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while True:
        mark, code, length = struct.unpack_from(">BBH", content, at)
        if mark != 0xFF:  # noqa: PLR2004 - every JPEG segment begins with it
            return None
        if code in _JPEG_FRAMES:
            height, width = _pair(">HH", content, at + 5)
            return width, height
        at += 2 if code in _JPEG_ALONE else 2 + length


def _webp(content: bytes) -> tuple[int, int] | None:
    match content[12:16]:
        case b"VP8 ":
            width, height = _pair("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (packed,) = struct.unpack_from("<I", content, 21)
            return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
        case b"VP8X":
            wide, high = content[24:27], content[27:30]
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    return None
