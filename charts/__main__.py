"""`python -m charts`: a sheet as JSON on stdin becomes a PNG on stdout."""

import sys

from charts.drawing import png
from charts.sheet import Sheet

if __name__ == "__main__":
    sys.stdout.buffer.write(png(Sheet.from_json(sys.stdin.buffer.read().decode())))
