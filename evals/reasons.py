"""Why a case did not go right, in words."""

from __future__ import annotations

from collections.abc import Iterator

from evals.models import Score


def reasons(score: Score) -> Iterator[str]:
    """Each reason as a sentence."""
    if score.unscored:
        yield f"Utan poäng: {score.unscored}"
    if score.bad:
        yield f"Svaret har det som inte får finnas: {', '.join(score.bad)}."
    if score.values.get("false_abstention"):
        yield "Assistenten säger nej fast dokumenten har svaret."
    elif score.missing:
        yield f"Svaret saknar: {', '.join(score.missing)}."
    if score.values.get("abstention_recall") == 0.0:
        yield "Assistenten svarar på en fråga som dokumenten inte besvarar."
    if score.values.get("too_long"):
        yield f"Svaret är för långt: {score.values['words']:.0f} ord."
    if score.unsupported:
        yield f"Siffror som inte står i källan: {', '.join(score.unsupported)}."


def outcome(score: Score) -> str:
    """Right, wrong or not scored, in a word."""
    if score.unscored:
        return "utan poäng"
    return {1.0: "rätt", 0.0: "fel"}.get(score.values.get("right", -1), "bara sökning")
