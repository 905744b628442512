"""Documents that are being read in: one at a time, each in its own process, with what has become of it."""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any

from web.links import has_pictures
from web.pictures import page_count

ROOT = Path(__file__).resolve().parent.parent
UPLOADS = "uploads"
LONGEST = 30 * 60.0  # seconds that one document may take
REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Job:
    """One document on its way in; `step` is waiting, reading, embedding, arriving, done, unread, stopped or failed."""

    id: str
    file: str
    step: str = "waiting"
    title: str = ""
    pages: int = 0
    passages: int = 0
    figures: int = 0
    doubts: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Is there nothing more to wait for?"""
        return self.step in ("done", "unread", "stopped", "failed")


@dataclass(slots=True)
class Intake:
    """Reads documents into the index of a data folder; `arrived` is told the file name of one that has come in."""

    data: Path
    embedder: str
    arrived: Callable[[str], None]
    longest: float = LONGEST
    receiving: Lock = field(default_factory=Lock)
    _jobs: dict[str, Job] = field(default_factory=dict)
    _processes: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    def jobs(self) -> list[Job]:
        """Every document on its way in or lately come, the newest first."""
        return list(self._jobs.values())[::-1]

    def receive(self, name: str, pieces: Iterable[bytes], replaced: Path | None = None) -> Job:
        """Keep an uploaded file and begin to read it; it waits for those before it, and takes the place of another."""
        job = Job(secrets.token_hex(8), name)
        folder = self._folder(job)
        folder.mkdir(parents=True)
        with (folder / name).open("wb") as file:
            file.writelines(pieces)
        self._jobs[job.id] = job = replace(job, pages=_pages(folder / name))
        for old in [one.id for one in self._jobs.values() if one.over][:-REMEMBERED]:
            del self._jobs[old]
        Thread(target=self._read, args=(job, replaced), daemon=True).start()
        return job

    def stop(self, job_id: str) -> None:
        """Give up a document that is on its way; what the index had before stays."""
        job = self._jobs.get(job_id)
        if job and not job.over and job.step != "arriving":
            self._jobs[job_id] = replace(job, step="stopped")
            process = self._processes.get(job_id)
            process.kill() if process else None

    def forget(self, path: Path) -> None:
        """Delete the file of a document that was uploaded; any other file stays where it is."""
        if path.parent.parent == (self.data / UPLOADS).resolve():
            shutil.rmtree(path.parent, ignore_errors=True)

    def _read(self, job: Job, replaced: Path | None) -> None:
        with self._turn:
            if not self._jobs[job.id].over:
                self._follow(job)
        if self._jobs[job.id].step == "arriving":
            self.forget(replaced) if replaced else None
            self.arrived(job.file)
            self._jobs[job.id] = replace(self._jobs[job.id], step="done")
        else:
            shutil.rmtree(self._folder(job), ignore_errors=True)

    def _follow(self, job: Job) -> None:
        """Run the process to its end, and keep each step that it tells."""
        command = [
            sys.executable,
            "-m",
            "web.reading",
            str(self.data),
            self.embedder,
            str(self._folder(job) / job.file),
        ]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            self._processes[job.id] = process
            clock = Timer(self.longest, process.kill)
            clock.start()
            for line in process.stdout or ():
                self._note(job.id, json.loads(line))
            clock.cancel()
        del self._processes[job.id]
        if self._jobs[job.id].step in ("waiting", "reading", "embedding"):
            self._jobs[job.id] = replace(self._jobs[job.id], step="failed")

    def _note(self, job_id: str, told: dict[str, Any]) -> None:
        job = self._jobs[job_id]
        if job.over:
            return
        if "step" in told:
            self._jobs[job_id] = replace(job, step=told["step"])
            return
        entry = told["entry"]
        counts = {name: entry[name] for name in ("title", "pages", "passages", "figures")}
        step = "unread" if entry["outcome"] == "unread" else "arriving"
        self._jobs[job_id] = replace(job, step=step, doubts=tuple(entry["doubts"]), **counts)

    def _folder(self, job: Job) -> Path:
        return (self.data / UPLOADS / job.id).resolve()


def _pages(path: Path) -> int:
    """How many pages there are to read; 0 where that is not known."""
    return page_count(path) if has_pictures(path.name) else 0
