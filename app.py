"""Where everything starts: the chat page and the command line `plansvar`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import cli
from opening import CannotDo
from settings import Settings, read_settings

COMMANDS = {"serve": cli.serve, "ingest": cli.ingest, "ask": cli.ask, "documents": cli.documents, "remove": cli.remove,
            "tables": cli.tables, "user": cli.user, "eval": cli.evaluate, "mcp": cli.mcp}  # fmt: skip
ROLES = ("läsa", "dokument", "utvärdera")
# argparse speaks English; what it says to a user is put into Swedish here, in its help and in its errors.
SWEDISH = (
    ("usage:", "användning:"), ("positional arguments:", "argument:"), ("options:", "val:"),
    ("show this help message and exit", "visa den här hjälpen"),
    ("unrecognized arguments:", "okända argument:"), ("the following arguments are required:", "det saknas:"),
    ("expected one argument", "ett värde saknas"), ("invalid choice:", "finns inte:"), ("(choose from", "(välj bland"),
    ("invalid int value:", "ska vara ett heltal, inte"), ("not allowed with argument", "går inte ihop med"),
    ("argument ", ""),
)  # fmt: skip


class Misused(Exception):
    """The command line cannot be understood; the message says what in it."""


class Parser(argparse.ArgumentParser):
    """argparse in Swedish, with errors as one line."""

    def format_help(self) -> str:
        """The help, in Swedish."""
        return _in_swedish(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Raises Misused in place of printing the usage."""
        raise Misused(f"Kommandot går inte att förstå: {_in_swedish(message)}. Se plansvar --help.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 done, 1 done but something is wrong, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    debug = "--debug" in given
    logging.basicConfig(level=logging.INFO if debug else logging.ERROR, format="%(name)s: %(message)s")
    try:
        chosen = parser().parse_args(given)
        return COMMANDS[chosen.command or "serve"](chosen, _settings(chosen))
    except KeyboardInterrupt:
        return _complain("Avbrutet.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read the output has had enough
        return 0
    except Exception as error:
        if debug:
            traceback.print_exception(error)
        return _complain(" ".join(str(error).split()) if _is_expected(error) else _surprise(error))


def parser() -> Parser:
    """The whole command line."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--corpus", metavar="MAPP", help="mappen med dokumenten (PLANSVAR_CORPUS)")
    common.add_argument("--data", metavar="MAPP", help="mappen där indexet ligger (PLANSVAR_DATA)")
    common.add_argument("--debug", action="store_true", help="visa hela felet när något går snett")
    page = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    page.add_argument("--host", metavar="VÄRD", help="adressen att lyssna på (127.0.0.1)")
    page.add_argument("--port", metavar="PORT", type=int, help="porten att lyssna på (7860)")
    whole = Parser("plansvar", description="Svar ur kommunens planer, med sida och källa.", parents=[common, page])
    commands = whole.add_subparsers(dest="command", metavar="KOMMANDO", parser_class=Parser)
    commands.add_parser("serve", parents=[common, page], help="öppna sidan i webbläsaren (görs utan kommando)")
    _add_ingest(commands.add_parser("ingest", parents=[common], help="läs in dokument"))
    _add_ask(commands.add_parser("ask", parents=[common], help="ställ en fråga"))
    _add_documents(commands.add_parser("documents", parents=[common], help="visa vad som är inläst"))
    remove = commands.add_parser("remove", parents=[common], help="ta bort ett dokument ur indexet")
    remove.add_argument("document", metavar="ID", help="dokumentets id eller filnamn")
    commands.add_parser("mcp", parents=[common], help="svara andra assistenter över MCP (stdin och stdout)")
    _add_tables(commands.add_parser("tables", parents=[common], help="visa tabellerna i en fil, som de lästs"))
    _add_user(commands.add_parser("user", parents=[common], help="säg vilka som får logga in på sidan"))
    _add_eval(commands.add_parser("eval", parents=[common], help="utvärdera svaren med testfrågor"))
    return whole


def _add_ingest(parser: Parser) -> None:
    parser.add_argument("paths", metavar="SÖKVÄG", nargs="*", help="filer eller mappar; annars mappen med dokumenten")
    parser.add_argument("--rebuild", action="store_true", help="läs om allt från början")
    parser.add_argument("--json", action="store_true", help="skriv liggaren som JSON")


def _add_ask(parser: Parser) -> None:
    parser.add_argument("question", metavar="FRÅGA", nargs="*", help="frågan, inom citattecken")
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.add_argument("--batch", metavar="FRÅGOR.jsonl", help="en fil med frågor, en per rad")
    parser.add_argument("--out", metavar="SVAR.jsonl", help="filen som svaren skrivs till")


def _add_documents(parser: Parser) -> None:
    parser.add_argument("document", metavar="ID", nargs="?", help="bara det här dokumentet")
    parser.add_argument("--json", action="store_true", help="skriv listan som JSON")
    parser.add_argument("--doubts", action="store_true", help="visa vad som inte gick att tyda")


def _add_tables(parser: Parser) -> None:
    parser.add_argument("file", metavar="FIL", help="filen, eller id för ett inläst dokument")
    parser.add_argument("--page", metavar="SIDA", type=int, help="bara den här sidan")
    parser.add_argument("--json", action="store_true", help="skriv tabellerna som JSON")


def _add_user(parser: Parser) -> None:
    parser.add_argument("change", metavar="GÖR", choices=["add", "remove", "list"], help="add, remove eller list")
    parser.add_argument("name", metavar="NAMN", nargs="?", default="", help="användarens namn")
    parser.add_argument("--role", metavar="ROLL", action="append", default=[], choices=ROLES,
                        help="läsa (har alla), dokument eller utvärdera; kan upprepas")  # fmt: skip
    parser.add_argument("--proxy", action="store_true", help="utan lösenord: en proxy loggar in användaren")


def _add_eval(parser: Parser) -> None:
    parser.add_argument("sets", metavar="UPPSÄTTNING", nargs="*", help="fil (JSONL, CSV, XLSX), en av projektets egna "
                        "(own, rare, practice-1 …), eller mappen med en körning, som då bedöms på nytt")  # fmt: skip
    parser.add_argument("--out", metavar="MAPP", help="mappen för körningen; en stoppad körning i den fortsätter")
    parser.add_argument("--against", metavar="KÖRNING", help="jämför med en körning eller baslinje; 1 om den är sämre")
    parser.add_argument("--answers", metavar="SVAR.jsonl", help="bedöm svar som redan finns i stället för att fråga")
    parser.add_argument("--judge", action="store_true", help="låt också en språkmodell (PLANSVAR_MODEL) bedöma svaren")
    parser.add_argument("--check", action="store_true", help="pröva bara om uppsättningen håller")
    parser.add_argument("--baseline", metavar="FIL", help="skriv poängen till en fil att jämföra med senare")
    parser.add_argument("--templates", metavar="MAPP", help="skriv mallar att fylla i (XLSX, CSV, JSONL)")


def _settings(chosen: argparse.Namespace) -> Settings:
    given = {name: getattr(chosen, name, None) for name in ("corpus", "data", "host", "port")}
    try:
        return read_settings(**given)
    except ValueError as error:
        raise Misused(str(error)) from error


def _in_swedish(text: str) -> str:
    for english, swedish in SWEDISH:
        text = text.replace(english, swedish)
    return text


def _is_expected(error: Exception) -> bool:
    """Is the error's message written for the user?"""
    from assistant.batch import BadQuestions
    from assistant.llm import ModelMisnamed
    from corpus.catalogue import CatalogueError
    from evals.faults import BadSet
    from evals.folder import BadRun
    from vectorstore.embed import EmbedderUnavailable
    from vectorstore.lock import Busy
    from vectorstore.store import StaleIndex
    from web.users import BadUsers

    ours = (Misused, CannotDo, BadQuestions, BadRun, BadSet, BadUsers, CatalogueError, EmbedderUnavailable,
            ModelMisnamed, Busy, StaleIndex)  # fmt: skip
    return isinstance(error, ours) or isinstance(error, FileNotFoundError) and error.errno is None


def _surprise(error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return f"Något gick fel: {said}. Kör kommandot igen med --debug för att se var."


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
