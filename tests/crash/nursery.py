"""`python -m tests.crash.nursery SOCKET`: bears processes by forking.

Importing the bot and reading its texts takes seconds, and there may be a thousand processes to kill. Here it is done
once. Whoever connects sends a `Wish`, reads «born» with a pid, once the newborn heeds signals, and in the end «ended»
with its exit code.
"""

import contextlib
import os
import select
import signal
import socket
import sys

from handlers.texts import texts_in
from tests.crash.process import live
from tests.crash.wish import Wish


def main(path: str) -> None:
    """Until whoever has started the nursery is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for language in ("ru", "en"):
        texts_in(language)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            parent, _ = door.accept()
            if os.fork() == 0:
                door.close()
                os._exit(_attend(parent))
            parent.close()


def _attend(parent: socket.socket) -> int:
    """A process between, which waits for the end of the one born: so the nursery itself never waits."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with parent.makefile("r") as asked:
        wish = Wish.load(asked.readline())
    pid = os.fork()
    if pid == 0:
        os._exit(live(wish, parent))
    _, status = os.waitpid(pid, 0)
    with contextlib.suppress(BrokenPipeError):  # the test is over
        parent.sendall(f"ended {os.waitstatus_to_exitcode(status)}\n".encode())
    return 0


if __name__ == "__main__":
    main(sys.argv[1])
