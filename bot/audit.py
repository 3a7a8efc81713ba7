"""placeholder"""

from pathlib import Path


async def audit(path: Path) -> int:
    raise NotImplementedError
