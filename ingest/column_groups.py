"""Names of columns made whole: years that stand below them, groups that stand above several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from corpus.swedish.periods import period_in
from corpus.swedish.words import fold
from ingest.column_words import is_month, is_year


def years_below(names: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The names, the years below given to those that lack one; nothing where they are not as many."""
    lacking = [at for at, name in enumerate(names) if not any(is_year(word) for word in name.split())]
    if not below or len(lacking) != len(below) or not all(is_year(word) for word in below):
        return ()
    given = dict(zip(lacking, below, strict=True))
    return tuple(f"{name} {given[at]}" if at in given else name for at, name in enumerate(names))


def under_groups(names: Sequence[str], line: str) -> tuple[str, ...]:
    """The names with the groups in the line above said for each; nothing where they can be parted in two ways."""
    groups = _group_names(line)
    splits = splits_of(names, len(groups)) if len(groups) > 1 else []
    return tuple(f"{groups[n]} {name}" for n, name in zip(splits[0], names, strict=True)) if len(splits) == 1 else ()


def splits_of(names: Sequence[str], groups: int) -> list[tuple[int, ...]]:
    """Every way to part the columns into so many groups with no name twice in one, as the group of each column."""
    found = []
    for cuts in combinations(range(1, len(names)), groups - 1):
        bounds = [0, *cuts, len(names)]
        if all(len(set(names[a:b])) == b - a for a, b in pairwise(bounds)):
            found.append(tuple(sum(at >= cut for cut in cuts) for at in range(len(names))))
    return found


def _group_names(line: str) -> list[str]:
    """The periods that a line of nothing else names."""
    groups: list[list[str]] = []
    for word in line.split():
        if period_in(word) or fold(word).startswith("helår") or word[:1].isupper() and is_month(word):
            groups.append([word])
        elif groups and is_year(word):
            groups[-1].append(word)
        else:
            return []
    return [" ".join(group) for group in groups]
