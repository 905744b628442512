"""WeasyPrint, sans; tables of figures without any line, tables of text with a full grid; contents on page 2."""

from __future__ import annotations

from html import escape
from pathlib import Path

from source import Block, Source, Table

CSS = """
@page { size: A4; margin: 24mm 23mm; @bottom-right { content: counter(page); font: 9pt 'Liberation Sans' }
  @bottom-left { content: '%s'; font: 7.5pt 'Liberation Sans'; color: #555 } }
@page :first { @bottom-right { content: none } @bottom-left { content: none } }
body { font: 10.4pt/1.45 'Liberation Sans'; hyphens: none; margin: 0 }
.title { font-size: 22pt; line-height: 1.3; margin: 0 0 4mm } .small { font-size: 8.5pt }
.cover, .toc { break-after: page } .cover { padding-top: 40mm }
.toc a { color: inherit; text-decoration: none }
.toc a::after { content: leader('.') target-counter(attr(href), page) }
.toc p { margin: 1mm 0 } .toc .sub { padding-left: 6mm }
h1 { font-size: 16pt; margin: 8mm 0 3mm; break-after: avoid }
h2 { font-size: 11.5pt; margin: 5mm 0 2mm; break-after: avoid }
p { margin: 0 0 3mm } ul { margin: 0 0 4mm; padding-left: 6mm } li { margin-bottom: 1mm }
.caption { font-weight: bold; font-size: 8.8pt; margin: 3mm 0 1mm; break-after: avoid }
table { width: 100%%; border-collapse: collapse; font-size: 8.8pt; line-height: 1.3; margin-bottom: 6mm }
tr { break-inside: avoid }
th, td { padding: 1.1mm 1.5mm; text-align: left; vertical-align: top }
.grid th, .grid td { border: 0.5pt solid #333 } .grid th { background: #f3e6d8 }
.plain th { vertical-align: bottom } .plain { break-inside: avoid }
.n { text-align: right; white-space: nowrap } th.n { white-space: normal }
tr.sum td, tr.group td { font-weight: bold }
"""


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    from weasyprint import HTML

    HTML(string=html(source)).write_pdf(target)


def html(source: Source) -> str:
    """The whole document as HTML."""
    front = [block for block in source.blocks if block.kind in ("title", "small")]
    heads = [block for block in source.blocks if block.kind == "heading"]
    rest = [block for block in source.blocks if block.kind not in ("title", "small")]
    cover = "".join(f"<p class={block.kind}>{escape(block.text)}</p>" for block in front)
    body = "".join(_block(block, heads) for block in rest)
    return (
        f"<html lang=sv><head><title>{escape(source.running)}</title><style>{CSS % source.running}</style></head>"
        f"<body><div class=cover>{cover}</div>{_toc(heads)}{body}</body></html>"
    )


def _toc(heads: list[Block]) -> str:
    lines = [
        f"<p class={'sub' if head.level > 1 else 'top'}><a href='#r{i}'>{escape(head.text)}</a></p>"
        for i, head in enumerate(heads)
    ]
    return f"<div class=toc><p class=title>Innehåll</p>{''.join(lines)}</div>"


def _block(block: Block, heads: list[Block]) -> str:
    if block.table:
        return _table(block.table)
    if block.kind == "list":
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    if block.kind == "heading":
        number = next(i for i, head in enumerate(heads) if head is block)
        return f"<h{block.level} id=r{number}>{escape(block.text)}</h{block.level}>"
    return f"<p>{escape(block.text)}</p>"


def _table(table: Table) -> str:
    cols = "".join(f"<col style='width:{w / sum(table.widths):.1%}'>" for w in table.widths)
    head = "".join(f"<tr>{_cells(table, row, 'th')}</tr>" for row in table.header)
    body = "".join(
        f"<tr class={kind}>{_cells(table, row, 'td')}</tr>" for row, kind in zip(table.rows, table.kinds, strict=True)
    )
    return (
        f"<p class=caption>{escape(table.title)}</p><table class={table.style}><colgroup>{cols}</colgroup>"
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _cells(table: Table, row: list[str], tag: str) -> str:
    out = ""
    for column, text in enumerate(row):
        numeric = table.numeric(column)
        inner = escape(text).replace(" ", "&nbsp;") if numeric and tag == "td" else escape(text)
        out += f"<{tag} class={'n' if numeric else 't'}>{inner}</{tag}>"
    return out
