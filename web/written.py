"""The line under an answer that a language model has written: which model, what it took, what stayed the program's."""

from html import escape

from assistant.models import Answer
from web.texts import text

NAMES = {"model": "written_by_model", "program": "added_by_model", "alone": "alone_by_model"}


def written_by(answer: Answer) -> str:
    """The line, or nothing where no model wrote: the answer then says so itself, or there is none."""
    told = answer.details
    if not told or told["fell_back"]:
        return ""
    seconds = f"{told['seconds']:.1f}".replace(".", ",")
    tokens = f"{told['tokens_in']} + {told['tokens_out']}"
    line = text(NAMES[str(told["lead"])], model=told["model"], seconds=seconds, tokens=tokens, prompt=told["prompt"])
    return f'<p class="written">{escape(line)}</p>'
