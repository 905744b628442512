"""The report can be sent to a committee: one file, in Swedish, that needs nothing from elsewhere."""

import re
from dataclasses import replace

from corpus.documents import Box
from evals.baseline import Earlier
from evals.charts import Bar, bars, histogram
from evals.compare import compare
from evals.listing import table
from evals.report import opening, report
from evals.score import score_all
from evals.summary import summarise
from evals.worst import misses, worst
from tests.evals.literals import ABOUT, CASES, HOME_CARE, answer, run_of, score


def picture(file: str, page: int, boxes: list[Box]) -> bytes | None:
    return f"{file} {page} {len(boxes)}".encode() if file == "plan.pdf" else None


def run_with(text: str, **fields: object) -> object:
    answers = {"hemtjänst": answer(text, **fields), "kiruna": answer("Det framgår inte.", abstained=True)}
    return run_of(*score_all(CASES, answers), **answers)


def test_the_report_opens_with_the_outcome_and_how_sure_it_is() -> None:
    found = [score(str(n), right=n < 131) for n in range(150)]
    assert opening(summarise(found)) == (
        "131 av 150 svar är rätt: 87,3 % (med 95 % säkerhet 81,1–91,7 %). Inget svar visar fel siffra."
    )
    assert opening(summarise([score("a", right=False, wrong_figure=True)])).endswith("1 svar visar fel siffra.")
    assert opening({}) == "Inget fall kunde bedömas som rätt eller fel."


def test_the_report_fetches_nothing_and_runs_nothing() -> None:
    page = report(run_with("75 mnkr <script>alert(1)</script> [1].", marks={"1": [[6, 1, 2, 3, 4]]}), picture)
    assert re.findall(r"""(?:src|href|url|action)\s*[=(]\s*["']?(?!data:)[^"'> ]+""", page) == []
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert '<html lang="sv">' in page


def test_the_worst_cases_are_shown_with_answer_evidence_and_page() -> None:
    run = run_with("Den kostar 76 420 tkr [1].", marks={"1": [[6, 1, 2, 3, 4], [7, 1, 2, 3, 4]]})
    (miss,) = worst(run, picture)
    assert miss.case == HOME_CARE
    assert miss.reasons == ("Svaret har det som inte får finnas: 76 420.", "Svaret saknar: 74 922.")
    assert [shown.caption for shown in miss.pictures] == ["Sidan som svaret hänvisar till: plan.pdf, sidan 6"]
    assert miss.pictures[0].source == "data:image/webp;base64,cGxhbi5wZGYgNiAx"
    page = report(run, picture)
    for told in ("Den kostar 76 420 tkr [1].", HOME_CARE.evidence[0].quote, miss.pictures[0].source):
        assert told in page


def test_the_page_with_the_evidence_is_shown_where_the_answer_cites_another() -> None:
    elsewhere = [{"n": 1, "document": "borta.pdf", "page": 3, "quote": "annat"}]
    (miss,) = worst(run_with("7 [1].", citations=elsewhere), picture)
    assert [shown.caption for shown in miss.pictures] == ["Sidan med belägget: plan.pdf, sidan 6"]


def test_a_wrong_figure_is_worse_than_a_wrong_answer_and_that_than_a_no() -> None:
    scores = [
        replace(score("nej", right=False), values={"right": 0.0, "false_abstention": 1.0}),
        score("fel", right=False),
        score("siffra", right=True, wrong_figure=True),
        score("rätt", right=True),
        replace(score("källa", right=False), unsupported=("75",)),
        replace(score("krasch", right=False), values={}, unscored="krasch"),
    ]
    cases = tuple(replace(HOME_CARE, id=s.id) for s in scores)
    assert [case.id for case, _ in misses(run_of(*scores, cases=cases))] == ["siffra", "källa", "fel", "nej"]


def test_the_report_compares_with_an_earlier_run_in_words() -> None:
    before = [score(f"f{n}", right=True) for n in range(40)]
    after = [score(f"f{n}", right=n >= 9, wrong_figure=n == 3) for n in range(40)]
    cases = tuple(replace(HOME_CARE, id=s.id) for s in after)
    run = run_of(*after, cases=cases, **{s.id: answer("7") for s in after})
    page = report(run, picture, Earlier({**ABOUT, "code": "older"}, before), compare(before, after))
    told = re.sub(r"<[^>]+>|\s+", " ", page)
    for words in ("Jämfört med förut: sämre", "0 har blivit rätt, 9 har blivit fel", "1 visar nu fel siffra",
                  "Mellan körningarna har detta ändrats: koden"):  # fmt: skip
        assert words in re.sub(r" +", " ", told)


def test_a_run_without_any_score_still_has_a_report() -> None:
    failed = [replace(score(case.id, right=True), values={}, unscored="Fallet har inget svar.") for case in CASES]
    page = report(run_of(*failed), picture)
    assert "2 fall har inga poäng" in page
    assert "Fallet har inget svar." in page


def test_every_case_stands_in_the_table_and_what_was_not_measured_is_blank() -> None:
    run = run_with("Den kostar 76 420 tkr [1].")
    head, first, second = table(run)
    row = dict(zip(head, first, strict=True))
    assert (row["id"], row["utfall"], row["Fel siffra"], row["belägg"]) == ("hemtjänst", "fel", 1.0, "plan.pdf s. 6")
    assert (second[head.index("utfall")], second[head.index("MRR")]) == ("rätt", "")


def test_a_chart_tells_its_figures_in_words_and_escapes_them() -> None:
    drawn = bars("Rätt svar", [Bar("mål & <medel>", 0.5, (0.3, 0.7), "50 %")])
    assert drawn.startswith(
        '<svg viewBox="0 0 780 28" role="img" aria-label="Rätt svar: mål &amp; &lt;medel&gt; 50 %">'
    )
    assert "<medel>" not in drawn
    assert histogram("Sekunder", [0.0, 0.0], "s").count('class="bar"') == 24
