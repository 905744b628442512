"""`plansvar eval`: check sets, run them, score them, compare them, and say how it went."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assistant.answering import Assistant
from assistant.compose import Writer
from evals.baseline import Earlier, keep_baseline, read_earlier
from evals.bench import REPORT, Draw, Outcome, doubts, finish, pictures_of, read_set
from evals.cases import SETS, find_set, name_of
from evals.faults import MOST_TOLD, BadSet
from evals.folder import BadRun, Folder, read_answers
from evals.gate import objections
from evals.judge import judge_cases
from evals.manifest import manifest
from evals.models import Case
from evals.report import opening
from evals.run import Progress, answer_cases
from evals.summary import OPENING, summarise
from evals.templates import write_templates
from evals.texts import words
from evals.workbench import FOLDER
from settings import Settings
from vectorstore.store import Store

OpenIndex = Callable[[Settings], AbstractContextManager[tuple[Store, Assistant]]]
DOCUMENTS = "pdf"  # the folder of a set that has documents of its own


@dataclass(frozen=True, slots=True)
class Around:
    """What the command line lends: an index brought up to date, pictures of pages, and a way to tell things."""

    open_index: OpenIndex
    draw: Draw
    open_writer: Callable[[Settings], Writer | None]
    say: Callable[[str], None]


def evaluate(chosen: Namespace, settings: Settings, around: Around) -> int:
    """Do what was chosen with each set in turn; 1 where some set is below its gate or has no whole score."""
    if chosen.templates:
        print(*write_templates(Path(chosen.templates).expanduser()), sep="\n")
        return 0
    if not chosen.sets:
        raise BadRun("Ange en uppsättning att utvärdera, till exempel: plansvar eval own. Se plansvar eval --help.")
    if chosen.answers and len(chosen.sets) > 1:
        raise BadRun("--answers gäller en uppsättning i taget.")
    if chosen.judge and not settings.model:
        raise BadRun("--judge behöver en språkmodell. Ange vilken med PLANSVAR_MODEL.")
    return max([_one(named, chosen, settings, around) for named in chosen.sets])


def _one(named: str, chosen: Namespace, settings: Settings, around: Around) -> int:
    run = Path(named).expanduser()
    if (run / "run.json").exists():
        name = str(Folder(run).about()["set"])
        earlier = _earlier(chosen, name)
        with around.open_index(settings_for(None, name, chosen, settings)) as (store, _):
            _judge(Folder(run), chosen, settings, around)
            return _tell(finish(Folder(run), pictures_of(store, around.draw), earlier), chosen)
    path = find_set(named)
    name = name_of(path)
    earlier = _earlier(chosen, name)
    with around.open_index(settings_for(path, name, chosen, settings)) as (store, assistant):
        cases = _read(path, store, around)
        if chosen.check:
            return _checked(name, cases)
        folder = _folder(name, chosen, settings)
        folder.begin({**manifest(name, cases, store, settings), "started": _now()}, cases)
        _answer(cases, folder, chosen, assistant, around)
        _judge(folder, chosen, settings, around)
        return _tell(finish(folder, pictures_of(store, around.draw), earlier), chosen)


def settings_for(path: Path | None, name: str, chosen: Namespace, settings: Settings) -> Settings:
    """The project's own sets have documents and an index of their own, unless others are asked for."""
    home = path.parent if path else SETS / name
    if getattr(chosen, "corpus", None) or home.parent != SETS or not home.is_dir():
        return settings
    own = home / DOCUMENTS
    indexes = settings.data / FOLDER / "indexes"
    if own.is_dir():
        return replace(settings, corpus=own, data=indexes / name)
    return replace(settings, corpus=Settings().corpus, data=indexes / "bundled")


def _read(path: Path, store: Store, around: Around) -> tuple[Case, ...]:
    try:
        return read_set(path, store)
    except BadSet as error:
        for fault in error.faults if len(error.faults) > MOST_TOLD else ():
            around.say(f"{path.name}: {fault}")
        raise


def _checked(name: str, cases: Sequence[Case]) -> int:
    found = doubts(cases)
    print(*found, f"{name}: {len(cases)} fall, alla belägg finns i dokumenten, {len(found)} anmärkningar.", sep="\n")
    return 1 if found else 0


def _folder(name: str, chosen: Namespace, settings: Settings) -> Folder:
    if not chosen.out:
        return Folder(settings.data / FOLDER / "runs" / f"{_now().replace(':', '').replace(' ', '-')}-{name}")
    out = Path(chosen.out).expanduser()
    return Folder(out / name if len(chosen.sets) > 1 else out)


def _earlier(chosen: Namespace, name: str) -> Earlier | None:
    return read_earlier(Path(chosen.against).expanduser(), name) if chosen.against else None


def _answer(cases: Sequence[Case], folder: Folder, chosen: Namespace, assistant: Assistant, around: Around) -> None:
    if chosen.answers:
        for answer in _stored(Path(chosen.answers).expanduser()).values():
            folder.add(answer)
        return
    with _bar("Svarar") as progress:
        try:
            answer_cases(assistant, cases, folder, progress)
        except KeyboardInterrupt:
            around.say(f"Stoppad. Fortsätt med: plansvar eval {' '.join(chosen.sets)} --out {folder.path}")
            raise


def _judge(folder: Folder, chosen: Namespace, settings: Settings, around: Around) -> None:
    """Let a language model judge the answers too, where that is asked for."""
    writer = around.open_writer(settings) if chosen.judge else None
    if writer:
        with _bar("Bedömer") as progress:
            stopped = judge_cases(writer, folder.cases(), folder, progress)
        around.say(f"Domaren hann inte klart: {stopped}") if stopped else None


@contextmanager
def _bar(title: str) -> Iterator[Progress]:
    """A bar on the terminal with the time that is left."""
    from tqdm import tqdm

    with tqdm(desc=title, unit="fråga", disable=None) as bar:

        def progress(done: int, total: int) -> bool:
            if bar.total is None:
                bar.total, bar.initial, bar.n = total, done - 1, done - 1
            bar.update(done - bar.n)
            return True

        yield progress


def _stored(path: Path) -> dict[str, dict[str, object]]:
    try:
        return read_answers(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeError) as error:
        raise BadRun(f"{path} kan inte läsas: filen finns inte eller är inte UTF-8.") from error


def _tell(outcome: Outcome, chosen: Namespace) -> int:
    run = outcome.run
    print(f"{run.about['set']}: {opening(summarise(run.scores, OPENING))}")
    unscored = [score.id for score in run.scores if score.unscored]
    if unscored:
        print(f"{len(unscored)} fall är utan poäng: {', '.join(unscored[:10])}.")
    said = list(_compared(outcome)) if outcome.comparison else []
    print(f"Rapport: {outcome.folder.path / REPORT}")
    if chosen.baseline:
        keep_baseline(Path(chosen.baseline).expanduser(), run.about, run.scores)
    return 1 if said or unscored else 0


def _compared(outcome: Outcome) -> Iterator[str]:
    """Tell how a run stands to the earlier one; yields what speaks against it."""
    comparison = outcome.comparison
    assert comparison is not None
    verdict = words("verdicts")[comparison.verdict]
    print(f"Jämfört med förut: {verdict}. {len(comparison.won)} vunna och {len(comparison.lost)} förlorade fall.")
    for objection in objections(comparison):
        print(f"UNDERKÄND: {objection}")
        yield objection


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
