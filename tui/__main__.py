"""`python -m tui` starts the same program as the command `newsdiff-tui`."""

import sys

from tui.cli import main

sys.exit(main())
