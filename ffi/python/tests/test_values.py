"""Values: only while a release has not ended, and printed nowhere."""

import copy
import pickle
from datetime import date, datetime, timedelta

import doichieu as d
import pytest
from desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk.of("N164/good")


def shown(release: d.Release, now: datetime) -> d.Shown:
    look = release.at(now)
    assert isinstance(look, d.Shown)
    return look


def test_a_proven_paper_shows_its_fields(desk: Desk) -> None:
    report, proven = desk.proven()
    assert (report.verdict, report.is_test, proven.kind) == ("accept", True, "identity")
    entries = {entry.name: entry for entry in shown(proven.release, desk.now).entries()}
    assert entries["full_name"].value == entries["full_name"].signed == "Nguyễn Thị Hương Giang"
    match entries["date_of_birth"].value:
        case d.Days(earliest, latest):
            assert earliest == latest == date(1991, 4, 12)
        case other:
            pytest.fail(f"{type(other)}")
    assert isinstance(shown(proven.release, desk.now).answer("full_name"), d.Entry)
    assert isinstance(shown(proven.release, desk.now).answer("spouse_name"), d.NotShown)
    with pytest.raises(d.ArgumentError, match="argument.field"):
        shown(proven.release, desk.now).answer("no_such_field")


def test_nothing_prints_a_value(desk: Desk) -> None:
    report, proven = desk.proven()
    look = shown(proven.release, desk.now)
    entries = look.entries()
    printed = "".join(map(repr, [report, proven, proven.release, look, entries, report.papers, [entry.value for entry in entries if isinstance(entry.value, d.Days)]]))
    values = [entry.text.vi for entry in entries if len(entry.text.vi) > 3]
    assert values and not [value for value in values if value in printed or value in report.json]


@pytest.mark.parametrize("how", ["time", "close", "with", "report", "gone"])
def test_values_end(desk: Desk, how: str) -> None:
    report, proven = desk.proven()
    look = shown(proven.release, desk.now)
    if how == "time":
        assert isinstance(proven.release.at(desk.now + timedelta(days=3)), d.Ended)
    elif how == "close":
        proven.release.close()
    elif how == "with":
        with proven.release:
            assert look.entries()
    elif how == "report":
        with report:
            assert look.entries()
    else:
        report.close()
    assert isinstance(proven.release.at(desk.now), d.Ended)
    assert look.entries() == [] and look.kind is None and isinstance(look.answer("full_name"), d.Ended)
    assert isinstance(proven.release.matches(desk.now, name="Nguyễn Thị Hương Giang"), d.Ended)


def test_what_holds_values_is_not_copied(desk: Desk) -> None:
    report, proven = desk.proven()
    look = shown(proven.release, desk.now)
    for of in (report, proven, proven.release, look, look.entries()[0], desk.ask(1)):
        for refuse in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError):
                refuse(of)


def test_what_is_declared_is_held_against_it(desk: Desk) -> None:
    _, proven = desk.proven()
    matched = proven.release.matches(desk.now, name="nguyen thi huong giang", birth="1991-04-12")
    assert isinstance(matched, d.Matches)
    assert (matched.name, matched.birth, matched.number) == ("no_diacritics", "same", "not_declared")
    with pytest.raises(d.ArgumentError, match="argument.birth"):
        proven.release.matches(desk.now, birth="12/04/1991")


def test_words_with_values_are_the_releases(desk: Desk) -> None:
    _, proven = desk.proven()
    assert [of.code for of in proven.release.words(desk.inspector, desk.now)] == [of.code for of in proven.findings]
