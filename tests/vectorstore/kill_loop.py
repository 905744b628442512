"""Kill an ingest with SIGKILL again and again: `python -m tests.vectorstore.kill_loop 10`.

Odd rounds begin with no index, even ones rebuild a finished one. After each kill the index has to be whole,
answer a question, and be finished by the next ingest.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PDFS = sorted((ROOT / "corpus" / "pdf").glob("*.pdf"), key=lambda pdf: pdf.stat().st_size)
QUESTION = "Vad kostar hemtjänsten i Timrå 2022?"
COUNTS = """
    SELECT d.id, (SELECT count(*) FROM pages WHERE document = d.id), count(p.rowid), count(t.rowid),
           sum(length(p.body)) FROM documents d LEFT JOIN passages p ON p.document = d.id
    LEFT JOIN terms t ON t.rowid = p.rowid GROUP BY d.id
"""
Contents = dict[str, tuple[int, int, int, int]]  # document -> pages, passages, passages with terms, letters


def plansvar(data: Path, *arguments: object) -> list[str]:
    return [sys.executable, str(ROOT / "app.py"), "--data", str(data), *map(str, arguments)]


def run(command: Sequence[str]) -> int:
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def kill(command: Sequence[str], moment: Callable[[], bool]) -> bool:
    """Start the command and kill it when the moment has come; False where it was done before."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as victim:
        while victim.poll() is None and not moment():
            time.sleep(0.001)
        victim.kill()
    return victim.returncode < 0


def after(seconds: float) -> Callable[[], bool]:
    start = time.monotonic()
    return lambda: time.monotonic() - start > seconds


def when_written(data: Path, size: int) -> Callable[[], bool]:
    """The moment when so many bytes of a change have reached the disk."""
    log = data / "index.sqlite-wal"
    return lambda: log.exists() and log.stat().st_size > size


def contents(data: Path) -> Contents:
    """What the index holds of each document; raises where SQLite or its full text index is not sound."""
    if not (data / "index.sqlite").exists():
        return {}
    with closing(sqlite3.connect(data / "index.sqlite")) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE name IN ('documents', 'terms')").fetchall()
        if len(tables) < 2:
            return {}
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.execute("INSERT INTO terms (terms) VALUES ('integrity-check')")
        strays = "SELECT count(*) FROM terms WHERE rowid NOT IN (SELECT rowid FROM passages)"
        assert db.execute(strays).fetchone() == (0,)
        return {name: tuple(counts) for name, *counts in db.execute(COUNTS)}  # type: ignore[misc]


def one_round(number: int, moments: random.Random, whole: Contents, seconds: float) -> str:
    """Kill one ingest of all the documents, and say how it went; the word FAULT where it went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        data, moment = Path(folder), moments.uniform(0.3, seconds)
        again = number % 2 == 0
        run(plansvar(data, "ingest", *PDFS)) if again else None
        command = plansvar(data, "ingest", *(["--rebuild"] if again else []), *PDFS)
        killed = kill(command, after(moment))
        left = contents(data)
        sound = left == whole if again else left.items() <= whole.items()
        asked = run(plansvar(data, "ask", QUESTION))
        finished = run(plansvar(data, "ingest", *PDFS)) == 0 and contents(data) == whole
    verdict = "ok" if sound and asked == 0 and finished else f"FAULT (whole: {sound}, ask: {asked}, end: {finished})"
    kind, how = ("rebuild" if again else "first"), ("killed" if killed else "was done")
    return f"{number:3}  {kind:<7}  {how} after {moment:5.2f} s with {len(left)} of {len(whole)} documents  {verdict}"


def main(rounds: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        run(plansvar(Path(folder), "ingest", *PDFS))
        whole, seconds = contents(Path(folder)), time.monotonic() - start
    moments = random.Random(rounds)
    said = []
    for number in range(1, rounds + 1):
        said.append(one_round(number, moments, whole, seconds))
        sys.stdout.write(f"{said[-1]}\n")
        sys.stdout.flush()
    faults = sum("FAULT" in line for line in said)
    sys.stdout.write(f"{rounds} rounds, {faults} faults\n")
    return int(bool(faults) or len(whole) != len(PDFS))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
