"""Text whose lines were broken at a fixed width: its paragraphs made one line each again, nothing moved."""

import re

_NARROWEST, _WIDEST = 40, 120
_FEWEST = 4
_SHARE = 0.7
_SENTENCE_END = r"[.!?…:][\"'”’)\]]*\Z"


def unwrap(text: str) -> tuple[str, bool]:
    """Return `text` with the breaks inside its paragraphs made blanks one for one, and whether there were any.

    A break was made by a fixed width when the next line's first word would not have fitted. The text counts as
    wrapped when nearly all its breaks are of that kind and many come in mid-sentence.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    lengths = [len(line.rstrip()) for line in lines]
    width = max(lengths)
    if not _NARROWEST <= width <= _WIDEST:
        return text, False
    breaks = [at for at in range(len(lines) - 1) if lengths[at] and lengths[at + 1]]
    forced = {at for at in breaks if lengths[at] + 1 + len(lines[at + 1].split(None, 1)[0]) > width}
    inside = sum(not re.search(_SENTENCE_END, lines[at].rstrip()[-4:]) for at in forced)
    if len(forced) < max(_FEWEST, _SHARE * len(breaks)) or inside < len(forced) / 2:
        return text, False
    pieces = [line + (" " if at in forced else "\n") for at, line in enumerate(lines)]
    return "".join(pieces)[:-1], True
