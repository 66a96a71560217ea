"""Draw the pictures of the documentation from the running program: `python docs/make_pictures.py [FOLDER]`."""

import asyncio
import re
import sys
from pathlib import Path

from tui.articles.load import load_article
from tui.disk.paths import shipped_folder
from tui.reader.app import ReaderApp
from tui.reader.settings import Settings

PICTURES = {
    "picture": ("dark", (150, 42), ("n", "n", "n", "d")),
    "picture-light": ("light", (120, 36), ("n", "n", "n", "d")),
    "picture-small": ("dark", (80, 24), ("n", "n", "n", "d")),
}
"""A picture's name with its theme, its size in columns and rows, and the keys pressed before it is taken."""


async def draw(theme: str, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    seeds = shipped_folder("seeds")
    pair = [load_article(str(seeds / f"kerry-in-sochi.{side}.txt")) for side in ("left", "right")]
    app = ReaderApp(*pair, Settings(theme=theme))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        return app.export_screenshot(title="newsdiff-tui")


def without_remote_fonts(svg: str) -> str:
    """Return the picture drawn with the viewer's own monospaced font; Textual names one that must be fetched."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, (theme, size, keys) in PICTURES.items():
        svg = asyncio.run(draw(theme, size, keys))
        (folder / f"{name}.svg").write_text(without_remote_fonts(svg), encoding="utf-8")


main()
