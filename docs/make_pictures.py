"""Draw the pictures of the documentation from the running program: `python docs/make_pictures.py [FOLDER]`."""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from tui.opening import load_pair
from tui.reader.app import ReaderApp
from tui.reader.settings import Settings

PICTURES = {
    "picture": ("dark", (150, 42)),
    "picture-light": ("light", (120, 36)),
    "picture-small": ("dark", (80, 24)),
}
"""A picture's name with its theme and its size in columns and rows."""

SHOWN = "6,100"
"""The pictures are taken on the first detail that tells this."""


async def draw(theme: str, size: tuple[int, int]) -> str:
    app = ReaderApp(*load_pair([]), Settings(theme=theme))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        session = app.session
        while not session.lookup.finished:
            await pilot.pause(0.05)
        await pilot.pause(0.3)
        for _ in session.lookup.details:
            await pilot.press("d")
            if session.place.detail is not None and SHOWN in session.lookup.details[session.place.detail].summary:
                break
        await pilot.pause(0.5)
        return app.export_screenshot(title="newsdiff-tui")


def without_remote_fonts(svg: str) -> str:
    """Return the picture drawn with the viewer's own monospaced font; Textual names one that must be fetched."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with tempfile.TemporaryDirectory() as home:
        os.environ["NEWSDIFF_HOME"] = home
        for name, (theme, size) in PICTURES.items():
            svg = asyncio.run(draw(theme, size))
            (folder / f"{name}.svg").write_text(without_remote_fonts(svg), encoding="utf-8")


main()
