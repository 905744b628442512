"""Programs that make PDF files, each behind the same call; those that are not installed are left out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from evals.drawn import draw
from evals.layouts import Layout, Table, page_html

CHROMIUM, LIBREOFFICE = ("chromium", "chromium-browser", "google-chrome"), ("soffice", "libreoffice")
SECONDS = 180  # that a program may take for one file


def produce(tables: Sequence[Table], layout: Layout, target: Path) -> None:
    """Write one PDF of some tables in a layout."""
    PRODUCERS[layout.producer](tables, layout, target)


def is_installed(producer: str) -> bool:
    """Can this machine make a PDF with that producer?"""
    if producer in ("weasyprint", "reportlab"):
        return find_spec(producer) is not None
    return _program(CHROMIUM if producer == "chromium" else LIBREOFFICE) is not None


def _weasyprint(tables: Sequence[Table], layout: Layout, target: Path) -> None:
    from weasyprint import HTML

    HTML(string=page_html(tables, layout)).write_pdf(target)


def _chromium(tables: Sequence[Table], layout: Layout, target: Path) -> None:
    source = _source(tables, layout, target)
    _call(_program(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          f"--print-to-pdf={target}", source.as_uri())  # fmt: skip


def _libreoffice(tables: Sequence[Table], layout: Layout, target: Path) -> None:
    source = _source(tables, layout, target)
    profile = (target.parent / "office").as_uri()
    _call(_program(LIBREOFFICE), "--headless", f"-env:UserInstallation={profile}", "--infilter=HTML (StarWriter)",
          "--convert-to", "pdf:writer_pdf_Export", "--outdir", target.parent, source)  # fmt: skip


def _source(tables: Sequence[Table], layout: Layout, target: Path) -> Path:
    source = target.with_suffix(".html")
    source.write_text(page_html(tables, layout), "utf-8")
    return source


def _program(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _call(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, timeout=SECONDS, capture_output=True)


PRODUCERS: dict[str, Callable[[Sequence[Table], Layout, Path], None]] = {
    "weasyprint": _weasyprint, "chromium": _chromium, "reportlab": draw, "libreoffice": _libreoffice,
}  # fmt: skip
