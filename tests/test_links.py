"""The checker of the documentation's links finds the dead ones."""

import importlib.util
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("check_links", Path(__file__).parents[1] / "docs" / "check_links.py")
check_links = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(check_links)

PAGE = """# One `two`, three

[good](#one-two-three) [given](#here) [other](other.md#below) [away](https://one.example/x) [ours](../README.md)

<a id="here"></a>

| table |
|---|
| [dead](#one-two) ![picture](none.png) |

```{toctree}
other
gone
```
"""


def test_a_file_or_a_heading_that_is_not_there_is_told_with_its_line(tmp_path):
    (tmp_path / "README.md").write_text("# Read\n")
    page, other = tmp_path / "docs" / "page.md", tmp_path / "docs" / "other.md"
    page.parent.mkdir()
    page.write_text(PAGE)
    other.write_text("# Above\n\n## Below\n\n[back](page.md) [lost](page.md#below)\n")
    assert check_links.dead_links([page, other]) == [
        f"{page}:9: #one-two names no heading there",
        f"{page}:9: none.png is not there",
        f"{page}:11: gone.md is not there",
        f"{other}:5: page.md#below names no heading there",
    ]
