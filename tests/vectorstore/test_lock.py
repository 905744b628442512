"""One writer at a time: the second is told who holds the index, and a writer that dies lets go."""

import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore.lock import Busy, writing

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys, pathlib
from vectorstore.lock import writing
with writing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_holds_the_index(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy) as caught, writing(tmp_path):
            pass
        holder.kill()
    assert str(caught.value) == (
        f"Indexet skrivs just nu av en annan process (nummer {holder.pid}). Vänta tills den är klar."
    )
    with writing(tmp_path):
        assert (tmp_path / "writer.lock").read_text("utf-8") != str(holder.pid)


def test_the_index_is_free_again_after_a_writer(tmp_path: Path) -> None:
    for _ in range(2):
        with writing(tmp_path / "ny" / "mapp"):
            pass
    with pytest.raises(KeyError), writing(tmp_path):
        raise KeyError
    with writing(tmp_path):
        pass
