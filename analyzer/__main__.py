"""``python -m analyzer``: the headless command without Qt."""

import sys

from analyzer.cli import main

if __name__ == "__main__":
    sys.exit(main())
