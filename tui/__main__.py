"""Where the program begins: `newsdiff-tui`, and `python -m tui` as well."""

import signal
import sys


def start() -> int:
    """Run the program on the words of its command line and return its exit status.

    While it is imported, and once it is done, ctrl+c ends it on the spot, as it ends any program; in between it leaves
    nothing half written.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui.cli import EXIT_INTERRUPTED, main

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return main()
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(start())
