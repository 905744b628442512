"""Read the Swedish public texts that the embedded model and the word list are made from."""

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

MARKUP = re.compile(r"<!?\[[^\]]*\]>|</?[a-z][^>]{0,200}>", re.IGNORECASE)
FRONT_MATTER = "--- beteckning"  # a statute of which only the catalogue card was kept


class Row(TypedDict):
    """A line of the file: source, title, paragraphs, and [heading, paragraph index]."""

    s: str
    t: str
    p: list[str]
    h: list[tuple[str, int]]


@dataclass(frozen=True)
class PublicText:
    """One public document; a heading stands before the paragraph that its index names."""

    source: str
    title: str
    paragraphs: tuple[str, ...]
    headings: tuple[tuple[str, int], ...]

    @property
    def whole(self) -> str:
        """Title and paragraphs, one a line."""
        return "\n".join((self.title, *self.paragraphs))


def read_texts(path: Path) -> Iterator[PublicText]:
    """Yield every text of the .jsonl.xz file that has any words of its own."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = _text(json.loads(line))
            if text.paragraphs and not text.paragraphs[0].startswith(FRONT_MATTER):
                yield text


def clean(text: str) -> str:
    """Without soft hyphens and left-over markup, white space single."""
    return " ".join(MARKUP.sub(" ", text.replace("\u00ad", "")).split())


def _text(row: Row) -> PublicText:
    return PublicText(
        source=row["s"],
        title=clean(row["t"]),
        paragraphs=tuple(clean(paragraph) for paragraph in row["p"]),
        headings=tuple((clean(heading), index) for heading, index in row["h"]),
    )
