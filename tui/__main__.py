"""Where the program begins: `newsdiff-tui`, and `python -m tui` as well."""

import sys

_INTERRUPTED = 130


def start() -> int:
    """Run the program on the words of its command line and return its exit status.

    While it is imported, and once it is done, ctrl+c ends it on the spot, as it ends any program; in between it leaves
    nothing half written.
    """
    try:
        # Here, since it takes long enough to import for somebody to interrupt it.
        import signal
    except KeyboardInterrupt:
        return _INTERRUPTED
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        from tui.cli import main

        signal.signal(signal.SIGINT, signal.default_int_handler)
        return main()
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(start())
