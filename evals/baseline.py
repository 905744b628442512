"""The scores that a later run is measured against: a run's folder, or baseline.json, kept with the code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.folder import BadRun, Folder
from evals.manifest import OWN_TIME
from evals.models import Score, score_of

OF_THE_COMPUTER = ("seconds",)  # measures that say as much of the computer as of the answers


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run: what it was made with, and its scores."""

    about: Mapping[str, Any]
    scores: Sequence[Score]


def read_earlier(path: Path, name: str) -> Earlier:
    """The earlier run of a set. Raises BadRun where there is none."""
    if path.is_dir():
        folder = Folder(path)
        return Earlier(folder.about(), folder.scores())
    try:
        kept = json.loads(path.read_text("utf-8"))[name]
        return Earlier(kept["about"], [score_of(fields) for fields in kept["scores"]])
    except OSError as error:
        raise BadRun(f"{path} finns inte. Ange mappen med en körning, eller en fil med en baslinje.") from error
    except KeyError as error:
        raise BadRun(f"{path} har ingen baslinje för {name}. Gör den med --baseline {path}.") from error
    except (ValueError, TypeError) as error:
        raise BadRun(f"{path} är ingen baslinje. Gör den med --baseline {path}.") from error


def keep_baseline(path: Path, about: Mapping[str, object], scores: Sequence[Score]) -> None:
    """Write the scores of a set into the file, beside those of other sets; a line for each case."""
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    told = {name: value for name, value in about.items() if name not in OWN_TIME}
    kept[str(about["set"])] = {"about": told, "scores": [_kept(score) for score in scores]}
    path.write_text("{\n" + ",\n".join(_section(name, kept[name]) for name in sorted(kept)) + "\n}\n", "utf-8")


def _kept(score: Score) -> dict[str, object]:
    values = {name: value for name, value in score.values.items() if name not in OF_THE_COMPUTER}
    return {**score.as_dict(), "values": values}


def _section(name: str, kept: Mapping[str, Any]) -> str:
    lines = ",\n".join(f"  {json.dumps(score, ensure_ascii=False)}" for score in kept["scores"])
    about = json.dumps(kept["about"], ensure_ascii=False)
    return f'{json.dumps(name)}: {{"about": {about},\n "scores": [\n{lines}\n]}}'
