"""The steps of a conversation: what is asked of the assistant, and what is kept for whom."""

import os
from pathlib import Path

import pytest

from assistant.models import NO_CHOICES, Choices
from tests.web.fake_assistant import FakeAssistant
from web.page import on_click
from web.talk import Talk
from web.talks import MOST_TALKS, Said, TalkKey, Talks

KEY = TalkKey("", "a" * 32)


@pytest.fixture
def talk(assistant: FakeAssistant) -> Talk:
    return Talk(assistant, Talks())


def _asked(talk: Talk, *questions: str) -> None:
    for question in questions:
        list(talk.ask(KEY, question))


def test_a_question_shows_at_once_grows_and_ends_with_its_sources(talk: Talk) -> None:
    searching, first, grown, last = talk.ask(KEY, "hemtjänst")
    assert "Söker i dokumenten" in searching
    assert ("−74 922" in first, "översyn" in first, "översyn" in grown) == (True, False, True)
    assert ("Källor" in grown, "Källor" in last) == (False, True)


def test_a_conversation_survives_a_reload_for_its_own_tab_and_user_alone(talk: Talk) -> None:
    _asked(talk, "hemtjänst")
    assert "−74 922" in talk.shown(KEY)
    for other in (TalkKey("", "b" * 32), TalkKey("anna", KEY.tab), TalkKey("", "")):
        assert "Vad vill du veta?" in talk.shown(other)


def test_a_tab_without_a_proper_secret_keeps_nothing(talk: Talk) -> None:
    list(talk.ask(TalkKey("", "x"), "hemtjänst"))
    assert "Vad vill du veta?" in talk.shown(TalkKey("", "x"))


def test_the_conversations_left_longest_ago_are_forgotten() -> None:
    talks = Talks()
    for n in range(MOST_TALKS + 1):
        talks.keep(TalkKey("", f"{n:032x}"), Said(asked=str(n)))
    assert talks.of(TalkKey("", f"{0:032x}")) == Said()
    assert talks.of(TalkKey("", f"{MOST_TALKS:032x}")).asked == str(MOST_TALKS)


def test_a_conversation_survives_a_restart_of_the_server(assistant: FakeAssistant, tmp_path: Path) -> None:
    before = Talk(assistant, Talks(tmp_path / "talks"))
    _asked(before, "hemtjänst")
    before.filter(KEY, "year", "2022")
    after = Talk(assistant, Talks(tmp_path / "talks"))
    assert after.talks.of(KEY) == before.talks.of(KEY)
    assert after.shown(KEY) == before.shown(KEY)
    _asked(after, "möte")
    assert assistant.asked[-1][1] == ("hemtjänst",)
    assert "Vad vill du veta?" in after.shown(TalkKey("anna", KEY.tab))


def test_a_kept_conversation_is_private_and_tells_no_secret(assistant: FakeAssistant, tmp_path: Path) -> None:
    _asked(Talk(assistant, Talks(tmp_path / "talks")), "hemtjänst")
    (file,) = (tmp_path / "talks").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert KEY.tab not in file.name + file.read_text("utf-8")


def test_conversations_of_more_than_a_month_are_deleted_and_a_damaged_one_is_begun_anew(tmp_path: Path) -> None:
    talks = Talks(tmp_path)
    old, damaged, new = (TalkKey("", sign * 32) for sign in "abc")
    talks.keep(old, Said(asked="x"))
    (file,) = tmp_path.iterdir()
    os.utime(file, (0, 0))
    talks.keep(damaged, Said(asked="y"))
    assert not file.exists()
    next(tmp_path.iterdir()).write_text("{", "utf-8")
    talks.keep(new, Said(asked="z"))
    again = Talks(tmp_path)
    assert [again.of(key).asked for key in (old, damaged, new)] == ["", "", "z"]


def test_a_removed_chip_asks_the_same_question_again(talk: Talk, assistant: FakeAssistant) -> None:
    _asked(talk, "möte", "hemtjänst")
    list(talk.change(KEY, "year", "2022", ""))
    *_, shown = talk.change(KEY, "figure_kind", "budget", "")
    taken = frozenset({("year", "2022"), ("figure_kind", "budget")})
    assert assistant.asked[-1] == ("hemtjänst", ("möte",), Choices(taken))
    assert len(talk.talks.of(KEY).exchanges) == 2
    assert "(från förra frågan)" in shown


def test_a_changed_chip_asks_with_the_new_value(talk: Talk, assistant: FakeAssistant) -> None:
    _asked(talk, "hemtjänst")
    list(talk.change(KEY, "year", "2022", "2023"))
    list(talk.change(KEY, "year", "2023", "2024"))
    dropped = frozenset({("year", "2022"), ("year", "2023")})
    assert assistant.asked[-1] == ("hemtjänst", (), Choices(dropped, frozenset({("year", "2024")})))


def test_a_filter_holds_for_every_question_until_it_is_taken_away(talk: Talk, assistant: FakeAssistant) -> None:
    on_click(talk, KEY, {"filter": "municipality", "to": "Timrå"})
    on_click(talk, KEY, {"filter": "year", "to": "2022"})
    on_click(talk, KEY, {"filter": "year", "to": ""})
    on_click(talk, KEY, {"filter": "board", "to": "finns inte"})
    _asked(talk, "hemtjänst")
    assert assistant.asked[-1] == ("hemtjänst", (), Choices(pinned=frozenset({("municipality", "Timrå")})))
    talk.begin(KEY)
    assert talk.talks.of(KEY).exchanges == ()
    assert talk.talks.of(KEY).filters == frozenset({("municipality", "Timrå")})


def test_a_question_that_failed_can_be_asked_again(talk: Talk, assistant: FakeAssistant) -> None:
    _asked(talk, "hemtjänst")
    with pytest.raises(RuntimeError):
        _asked(talk, "krasch")
    assert "Något gick fel" in talk.failed(KEY)
    assert "Svaret stoppades" in talk.stop(KEY)
    with pytest.raises(RuntimeError):
        list(talk.retry(KEY))
    assert assistant.asked[-1] == ("krasch", ("hemtjänst",), NO_CHOICES)


def test_an_answer_that_was_stopped_comes_no_further_and_is_not_kept(talk: Talk) -> None:
    coming = talk.ask(KEY, "hemtjänst")
    next(coming), next(coming)
    assert "Svaret stoppades" in talk.stop(KEY)
    assert ["Svaret stoppades" in step for step in coming] == [True]
    assert talk.talks.of(KEY).exchanges == ()


def test_a_filter_set_while_an_answer_comes_is_kept_with_it(talk: Talk) -> None:
    coming = talk.ask(KEY, "hemtjänst")
    next(coming)
    talk.filter(KEY, "year", "2022")
    *_, last = coming
    assert "Källor" in last
    assert talk.talks.of(KEY).filters == frozenset({("year", "2022")})


def test_a_click_asks_an_example_or_changes_a_chip(talk: Talk, assistant: FakeAssistant) -> None:
    list(on_click(talk, KEY, {"ask": "hemtjänst"}))
    list(on_click(talk, KEY, {"field": "year", "value": "2022", "to": ""}))
    assert assistant.asked[-1] == ("hemtjänst", (), Choices(frozenset({("year", "2022")})))
    assert "Vad vill du veta?" in next(on_click(talk, KEY, {"renew": "yes"}))


@pytest.mark.parametrize(
    "data",
    [None, {}, {"ask": 3}, {"field": "year", "value": "2022", "to": ""}, {"retry": "yes"}, {"filter": "x", "to": ""}],
)
def test_a_click_that_means_nothing_does_nothing(talk: Talk, assistant: FakeAssistant, data: object) -> None:
    assert list(on_click(talk, KEY, data)) == []
    assert assistant.asked == []


def test_a_chip_cannot_be_set_in_a_field_that_is_none(talk: Talk, assistant: FakeAssistant) -> None:
    _asked(talk, "hemtjänst")
    assert list(talk.change(KEY, "figure_kind", "budget", "plan")) == []
