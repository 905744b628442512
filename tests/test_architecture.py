"""The shape of the house: which part may know which, how long things may be, which file knows which library."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What each part may import of ours, beside itself. `settings` is read at the entry points alone.
MAY_IMPORT = {
    "settings": set(),
    "terminal": {"assistant", "ingest"},
    "corpus": set(),
    "vectorstore": {"corpus"},
    "ingest": {"corpus", "vectorstore"},
    "assistant": {"corpus", "vectorstore"},
    "evals": {"corpus", "vectorstore", "assistant", "settings"},
    "web": {"corpus", "vectorstore", "ingest", "assistant", "evals"},
    "opening": {"corpus", "vectorstore", "ingest", "assistant", "settings", "terminal"},
    "cli": {"opening", "corpus", "vectorstore", "ingest", "assistant", "evals", "web", "settings", "terminal"},
    "app": {"opening", "corpus", "vectorstore", "ingest", "assistant", "evals", "web", "settings", "terminal", "cli"},
}
# A library of the outer world, and the files that know it; a folder stands for all its files.
KNOWN_IN = {
    "pdfplumber": {"ingest/pdf.py", "evals/plumber.py"},
    "pypdf": {"ingest/pdf.py", "evals/naive.py"},
    "sqlite3": {"vectorstore/store.py", "opening.py"},
    "chromadb": {"vectorstore/index.py", "evals/naive.py"},
    "sentence_transformers": {"vectorstore/embed.py", "vectorstore/embedder", "evals/naive.py"},
    "langchain": {"assistant/llm.py"},
    "langchain_core": {"assistant/langchain.py", "assistant/llm.py"},
    "langchain_openai": {"assistant/llm.py"},
    "mcp": {"assistant/mcp.py"},
    "tiktoken": {"assistant/tokens.py"},
    "tokenizers": {"assistant/tokens.py", "vectorstore"},
    "langchain_text_splitters": {"evals/naive.py"},
    "gradio": {"web", "evals/bare_chat.py"},
    "playwright": {"evals/views.py", "evals/browser.py"},
    "docx": {"ingest/docx.py", "web/export.py"},
    "ir_measures": {"evals/retrieval.py"},
    "typst": {"web/export.py"},
    "jinja2": {"evals/report.py"},
    "openpyxl": {"evals/sheets.py"},
    "scipy": {"evals/chance.py"},
    "argparse": {"app.py", "cli.py", "evals", "corpus/pdf", "vectorstore/embedder"},
}
SLOW_TO_IMPORT = ("chromadb", "fastapi", "gradio", "langchain", "langchain_core", "langchain_openai", "mcp", "numpy",
                  "openai", "pdfplumber", "pypdf", "sentence_transformers", "tiktoken", "tokenizers",
                  "torch")  # fmt: skip
LONGEST_FILE, MEDIAN_FILE = 250, 90
LONGEST_FUNCTION, MEDIAN_FUNCTION = 40, 8
MOST_ARGUMENTS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def our_files() -> list[Path]:
    parts = (ROOT / part for part in MAY_IMPORT)
    return sorted(f for p in parts for f in (p.rglob("*.py") if p.is_dir() else [p.with_suffix(".py")]))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


FILES = {name_of(file): ast.parse(file.read_text("utf-8")) for file in our_files()}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, also inside functions, but not for the type checker alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
        yield from imports(node)


IMPORTED = {name: set(imports(tree)) for name, tree in FILES.items()}


def part_of(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


def functions() -> Iterator[tuple[str, Function]]:
    for name, tree in FILES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name}:{node.lineno} {node.name}", node


def distribution(line: str) -> str:
    """The name in a line such as `langchain-openai>=1.7,<2`, as pip compares names."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", line)[0]).lower()


def lines(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def arguments(function: Function) -> int:
    given = function.args
    named = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in named if name not in ("self", "cls")])


@pytest.mark.parametrize("name", FILES)
def test_a_part_knows_only_the_parts_below_it(name: str) -> None:
    part = part_of(name)
    known = {module.split(".")[0] for module in IMPORTED[name]} & set(MAY_IMPORT)
    assert known <= MAY_IMPORT[part] | {part}


@pytest.mark.parametrize("name", FILES)
def test_a_file_imports_nothing_relative(name: str) -> None:
    assert "." not in IMPORTED[name]


def test_in_ingest_only_the_pipeline_knows_the_vectorstore() -> None:
    knowing = {name for name, modules in IMPORTED.items() if any(m.startswith("vectorstore") for m in modules)}
    assert {name for name in knowing if part_of(name) == "ingest"} <= {"ingest/pipeline.py"}


@pytest.mark.parametrize("library", KNOWN_IN)
def test_a_library_is_known_in_its_own_file(library: str) -> None:
    knowing = {name for name, modules in IMPORTED.items() if library in {m.split(".")[0] for m in modules}}
    allowed = KNOWN_IN[library]
    assert {name for name in knowing if not any(name == a or name.startswith(f"{a}/") for a in allowed)} == set()


def test_every_library_in_use_is_declared_and_every_declared_one_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    declared = {distribution(line) for line in (*project["dependencies"], *extras)}
    pinned = {distribution(line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    modules = {module.split(".")[0] for modules in IMPORTED.values() for module in modules}
    foreign = modules - set(sys.stdlib_module_names) - set(MAY_IMPORT)
    shipped_by = {name: {distribution(d) for d in ds} for name, ds in packages_distributions().items()}
    assert {module for module in foreign if not shipped_by.get(module, {module}) & declared} == set()
    assert declared - pinned == set()


def test_prompts_are_text_only() -> None:
    assert not list((ROOT / "prompts").rglob("*.py"))


def test_no_file_is_long() -> None:
    sizes = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in FILES}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}
    assert median(size for size in sizes.values() if size > 1) <= MEDIAN_FILE


def test_no_test_file_is_long() -> None:
    sizes = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in (ROOT / "tests").rglob("*.py")}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    sizes = {name: lines(function) for name, function in functions()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert median(sizes.values()) <= MEDIAN_FUNCTION


def test_no_function_takes_many_arguments() -> None:
    counts = {name: arguments(function) for name, function in functions()}
    assert {name: count for name, count in counts.items() if count > MOST_ARGUMENTS} == {}


def test_the_command_line_starts_without_waiting_for_any_library() -> None:
    asked = f"import sys, app; print(sorted(set(sys.modules) & set({SLOW_TO_IMPORT})))"
    found = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
