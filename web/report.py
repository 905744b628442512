"""What a reader says of an answer: thumbs, reasons and a comment, kept in the data folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.models import Turn
from web.texts import text

REASONS = ("figure", "page", "document", "incomplete", "should_answer")
REPORTS, DRAFTS = "reports.jsonl", "draft-cases.jsonl"
LONGEST_COMMENT = 2000


@dataclass(frozen=True, slots=True)
class Report:
    """One reader's word on one answer; `reasons` are of REASONS."""

    good: bool
    reasons: tuple[str, ...] = ()
    comment: str = ""


def report_form(n: int) -> str:
    """The thumbs of an answer and, folded under the second, what can be wrong with it."""
    reasons = "".join(
        f'<label><input type="checkbox" name="reason" value="{reason}">{text(f"reason_{reason}")}</label>'
        for reason in REASONS
    )
    return (
        f'<div class="report" data-report="{n}"><button type="button" class="quiet" data-good="yes">'
        f'{text("report_good")}</button><details><summary class="quiet">{text("report_bad")}</summary>'
        f"<fieldset><legend>{text('report_reasons')}</legend>{reasons}</fieldset>"
        f'<label class="comment">{text("report_comment")}<textarea maxlength="{LONGEST_COMMENT}" rows="2"></textarea>'
        f'</label><button type="button" class="quiet" data-bad="yes">{text("report_send")}</button>'
        f'</details><button type="button" class="quiet draft" data-draft="yes">{text("report_draft")}</button>'
        '<p class="report-said" role="status"></p></div>'
    )


def keep_report(folder: Path, turns: list[Turn], report: Report) -> None:
    """Add a line to the reports: the last of the turns is the one that is reported."""
    *earlier, turn = turns
    append_line(folder / REPORTS, {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        **asdict(report),
        "question": turn.question,
        "history": [one.question for one in earlier],
        "answer": turn.answer.text,
        "status": turn.answer.status.value,
        "citations": [citation.as_dict() for citation in turn.answer.citations],
    })  # fmt: skip


def keep_draft(folder: Path, turns: list[Turn], report: Report) -> None:
    """Add a draft of a test case: what was asked and cited; what is right is for the evaluator to fill in."""
    *earlier, turn = turns
    cited = turn.answer.citations
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    append_line(folder / DRAFTS, {
        "id": f"draft-{stamp}",
        "question": turn.question,
        "history": [one.question for one in earlier],
        "docs": sorted({citation.document for citation in cited}),
        "answer": turn.answer.text if report.good else "",
        "must": [],
        "must_not": [],
        "evidence": [{"doc": citation.document, "quote": citation.quote} for citation in cited] if report.good else [],
        "note": " · ".join([*(text(f"reason_{reason}") for reason in report.reasons), report.comment]).strip(" ·"),
    })  # fmt: skip


def append_line(file: Path, line: dict[str, Any]) -> None:
    """Add a line of JSON to a file of what readers leave."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
