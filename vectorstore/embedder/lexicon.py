"""Make corpus/swedish/lexicon.txt: the commonest word forms of the public texts, with counts.

Use: python -m vectorstore.embedder.lexicon --texts TEXTS.jsonl.xz --out corpus/swedish/lexicon.txt
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from vectorstore.embedder.texts import PublicText, read_texts

SIZE = 60_000
LEAST_COUNT = 10
WORD = re.compile(r"[^\W\d_]+")
SWEDISH = re.compile(r"[a-zåäöé]{2,}")
COMMENT = (
    "# Commonest word forms of Swedish public records, word<TAB>count, by "
    "vectorstore/embedder/lexicon.py. Source: texts of the government and ministries "
    "(civictechsweden/g0vse), interpellations and written questions "
    "(swerik-project/riksdagen-interpellations), code of statutes (se-lex/sfs). "
    "Licence: public records; a list of words and counts, free to use."
)


def count_words(texts: Iterable[PublicText]) -> Counter[str]:
    """How often each lower-cased run of Swedish letters occurs."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in WORD.findall(text.whole.lower()) if SWEDISH.fullmatch(word))
    return counts


def lexicon_lines(counts: Counter[str]) -> list[str]:
    """Write the list as lines, commonest first, equals in alphabetical order."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:SIZE]
    return [COMMENT, *(f"{word}\t{count}" for word, count in ranked if count >= LEAST_COUNT)]


def main() -> None:
    """Read the texts, write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    lines = lexicon_lines(count_words(read_texts(args.texts)))
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
