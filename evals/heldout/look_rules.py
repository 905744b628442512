"""WeasyPrint, sans; tables with horizontal rules only; a cover without a number, so labels run one behind the pages."""

from __future__ import annotations

from html import escape
from pathlib import Path

from source import Block, Source, Table

CSS = """
@page { size: A4; margin: 25mm 24mm 24mm 24mm;
  @bottom-center { content: counter(page); font: 9pt 'Liberation Sans' }
  @top-right { content: '%s'; font: 8pt 'Liberation Sans'; color: #555 } }
@page :first { counter-increment: page 0; @bottom-center { content: none } @top-right { content: none } }
body { font: 10.5pt/1.5 'Liberation Sans'; hyphens: none; margin: 0 }
.title { font-size: 23pt; line-height: 1.3; color: #1d4f6e; margin: 0 0 4mm }
.small { font-size: 9pt; color: #333 }
.cover { break-after: page; padding-top: 60mm }
.toc { break-after: page } .toc a { color: inherit; text-decoration: none }
.toc a::after { content: leader('.') target-counter(attr(href), page) }
.toc p { margin: 1mm 0 } .toc .sub { padding-left: 6mm }
h1 { font-size: 17pt; color: #1d4f6e; margin: 9mm 0 3mm; break-after: avoid }
h2 { font-size: 12.5pt; color: #1d4f6e; margin: 6mm 0 2mm; break-after: avoid }
p { margin: 0 0 3mm } ul { margin: 0 0 4mm; padding-left: 6mm } li { margin-bottom: 1mm }
figure { margin: 4mm 0 6mm; break-inside: avoid } figcaption { font-weight: bold; font-size: 9.5pt; margin-bottom: 1mm }
table { width: 100%%; border-collapse: collapse; font-size: 9pt; line-height: 1.3 }
th, td { padding: 1.4mm 1.5mm; text-align: left; vertical-align: bottom; border-bottom: 0.3pt solid #999 }
thead tr:last-child th { border-bottom: 1pt solid #1d4f6e } thead tr:first-child th { border-top: 1pt solid #1d4f6e }
.n { text-align: right; white-space: nowrap } th.n { white-space: normal } th.wide { text-align: center }
tr.sum td { font-weight: bold } tr.group td { font-weight: bold; color: #1d4f6e }
"""


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    from weasyprint import HTML

    HTML(string=html(source)).write_pdf(target)


def html(source: Source) -> str:
    """The whole document as HTML."""
    front = [block for block in source.blocks if block.kind in ("title", "small")]
    heads = [block for block in source.blocks if block.kind == "heading"]
    rest = [block for block in source.blocks if block.kind not in ("title", "small", "toc")]
    cover = "".join(f"<p class={block.kind}>{escape(block.text)}</p>" for block in front)
    body = "".join(_block(block, heads) for block in rest)
    style = CSS % source.running
    return (
        f"<html lang=sv><head><title>{escape(source.running)}</title><style>{style}</style></head><body>"
        f"<div class=cover>{cover}</div>{_toc(heads)}{body}</body></html>"
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
    head = "".join(f"<tr>{''.join(_th(table, *span) for span in table.spans(row))}</tr>" for row in table.header)
    body = "".join(
        f"<tr class={kind}>{''.join(_td(table, c, cell) for c, cell in enumerate(row))}</tr>"
        for row, kind in zip(table.rows, table.kinds, strict=True)
    )
    return (
        f"<figure><figcaption>{escape(table.title)}</figcaption><table><colgroup>{cols}</colgroup>"
        f"<thead>{head}</thead><tbody>{body}</tbody></table></figure>"
    )


def _th(table: Table, text: str, column: int, columns: int) -> str:
    css = "wide" if columns > 1 else "n" if table.numeric(column) else "t"
    return f"<th class={css} colspan={columns}>{escape(text)}</th>"


def _td(table: Table, column: int, text: str) -> str:
    if table.numeric(column):
        return f"<td class=n>{escape(text).replace(' ', '&nbsp;')}</td>"
    return f"<td>{escape(text)}</td>"
