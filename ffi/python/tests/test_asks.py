"""What is asked, what is refused, and by which code."""

import secrets
from datetime import datetime, timedelta, timezone
from typing import Any, Callable

import doichieu as d
import pytest
from desk import Desk

HANOI = timezone(timedelta(hours=7))


@pytest.fixture
def desk() -> Desk:
    return Desk.of("N164/good")


@pytest.mark.parametrize(
    "at", [datetime(2026, 11, 1), datetime(1969, 12, 31, tzinfo=timezone.utc), 1_795_000_000, None, "2026-11-01T00:00:00Z"]
)
def test_only_aware_times_are_taken(desk: Desk, at: Any) -> None:
    memory = d.Memory()
    before = memory.to_bytes()
    with pytest.raises(d.ArgumentError, match="argument.time"):
        desk.inspector.inspect(d.Scan.qr(desk.text), desk.ask(1), memory, at)
    assert memory.to_bytes() == before


def test_zones_and_fractions_are_one_second(desk: Desk) -> None:
    there = (desk.now + timedelta(microseconds=999_999)).astimezone(HANOI)
    other = desk.inspector.inspect(d.Scan.qr(desk.text), desk.ask(1), d.Memory(), there)
    assert isinstance(other, d.Report) and other.json == desk.report().json and other.at == desk.now


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda desk: d.Roots.from_bytes(desk.lists), "setup."),
        (lambda desk: d.Memory.from_bytes(b"\x01\x02"), "setup.memory_malformed"),
        (lambda desk: d.EncounterSeed(bytes(31)), "argument.encounter"),
        (lambda desk: d.EncounterSeed.kept(bytes(15)), "argument.salt"),
        (lambda desk: d.Only.fields({}), "argument.only"),
        (lambda desk: d.Only.fields({"identity": []}), "argument.only"),
        (lambda desk: d.Only.fields({"identity": "full_name"}), "argument.only"),
        (lambda desk: d.Only.fields({"identity": ["no_such_field"]}), "argument.field"),
        (lambda desk: d.Only.question("may_fly"), "argument.question"),
        (lambda desk: d.Vehicle("rocket"), "argument.vehicle"),
        (lambda desk: d.Vehicle("car", trailer_mass_kg=700), "argument.towed"),
        (lambda desk: desk.inspector.unprompted("espionage", d.EncounterSeed(bytes(32))), "argument.purpose"),
        (lambda desk: desk.inspector.unprompted(desk.purpose, d.EncounterSeed(bytes(32)), question="may_drive_b", basis="x"), "argument.basis"),
    ],
)
def test_mistakes_are_told_by_a_code(desk: Desk, work: Callable[[Desk], object], code: str) -> None:
    with pytest.raises(d.DoichieuError) as raised:
        work(desk)
    assert raised.value.code.startswith(code) and raised.value.vi and code in str(raised.value)


def test_a_challenge_in_two_steps(desk: Desk) -> None:
    wants = d.Wants(desk.purpose, d.Only.fields({"identity": ["full_name"]}), retention=60)
    draft = desk.inspector.ask(wants, secrets.token_bytes(32), d.EncounterSeed(secrets.token_bytes(32)), desk.now)
    assert draft.to_be_signed() == draft.to_be_signed() != b""
    with pytest.raises(d.AskError, match="ask.not_signed"):
        draft.seal(bytes(64))
    with pytest.raises(d.ArgumentError, match="argument.freed"):
        draft.seal(bytes(64))


def test_what_is_no_document_says_so(desk: Desk) -> None:
    seen = desk.inspector.inspect(d.Scan.qr("hello"), desk.ask(1), d.Memory(), desk.now)
    match seen:
        case d.Unreadable(code="scan.not_ours", text=d.Text(vi, _)):
            assert vi
        case _:
            pytest.fail(repr(seen))
    assert d.pick(["x", desk.text])[0] == "ours"


def test_an_encounter(desk: Desk) -> None:
    report, proven = desk.proven()
    encounter = d.Encounter(desk.inspector, desk.purpose, d.EncounterSeed(bytes([1] * 32)))
    encounter.add(report)
    with pytest.raises(d.ArgumentError, match="argument.report"):
        encounter.add(report)
    assert isinstance(proven.release.at(desk.now), d.Shown)
    assert [need.state for need in encounter.judge(desk.now).needs]
    proven.release.close()
    assert any(paper.ended for paper in encounter.judge(desk.now).papers)
    other = d.Encounter(desk.inspector, desk.purpose, d.EncounterSeed(bytes([2] * 32)))
    with pytest.raises(d.EncounterError, match="encounter.other_encounter"):
        other.add(desk.report())


def test_a_store_that_raises_gave_no_answer(desk: Desk) -> None:
    class Down:
        def keep(self, key: bytes, showing: bytes, until: datetime) -> None:
            raise ConnectionError("password=1234")

    seen = desk.inspector.inspect_shared(d.Scan.qr(desk.text), desk.ask(1), d.Memory(), desk.now, Down())
    assert isinstance(seen, d.Report) and seen.verdict == "refer" and not seen.consumed
