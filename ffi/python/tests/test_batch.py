"""Batches over Arrow: the reports of single calls, and rows that cannot be computed."""

import json
from typing import Any

import doichieu as d
import pytest
from desk import Desk

pa = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of("N164/good")


def rows(desk: Desk, count: int) -> tuple[dict[str, list[Any]], list[str]]:
    """Inputs that were kept of so many encounters, and the reports that were given."""
    table: dict[str, list[Any]] = {name: [] for name in ("frame", "at", "salt", "extract", "purpose", "challenge")}
    reports = []
    for number in range(count):
        seed = d.EncounterSeed(bytes([number % 256] * 32))
        ask = desk.inspector.unprompted(desk.purpose, seed)
        scan = d.Scan.qr(desk.text)
        report = desk.inspector.inspect(scan, ask, d.Memory(), desk.now)
        assert isinstance(report, d.Report)
        for name, value in (
            ("frame", desk.inspector.unsealed(scan, ask)), ("at", desk.now), ("salt", seed.salt), ("extract", report.memory_extract()),
            ("purpose", desk.purpose), ("challenge", None),
        ):
            table[name].append(value)
        reports.append(report.json)
    return table, reports


def of(table: dict[str, list[Any]]) -> Any:
    return pa.table({**table, "challenge": pa.array(table["challenge"], pa.string())})


@pytest.mark.parametrize("threads", [1, 3, None])
def test_a_batch_gives_the_reports_of_single_calls(desk: Desk, threads: int) -> None:
    table, reports = rows(desk, 20)
    out = d.inspect_batch(of(table), desk.inspector, threads=threads)
    assert out.column("json").to_pylist() == reports
    assert set(out.column("verdict").to_pylist()) == {"accept"} and set(out.column("error").to_pylist()) == {None}
    for codes, report in zip(out.column("codes").to_pylist(), map(json.loads, reports)):
        found = [*report["findings"], *(finding for paper in report["papers"] for finding in paper["findings"])]
        assert codes == [finding["code"] for finding in found] != []


def test_a_part_of_a_table_is_that_part(desk: Desk) -> None:
    table, reports = rows(desk, 9)
    part = of(table).slice(3, 4)
    assert d.inspect_batch(part, desk.inspector).column("json").to_pylist() == reports[3:7]
    chunked = pa.concat_tables([of(table).slice(7, 2), of(table).slice(0, 1)])
    assert d.inspect_batch(chunked, desk.inspector).column("json").to_pylist() == [*reports[7:9], reports[0]]
    assert d.inspect_batch(of(table).slice(0, 0), desk.inspector).num_rows == 0


def test_a_row_that_cannot_be_computed_stops_nothing(desk: Desk) -> None:
    table, reports = rows(desk, 8)
    table["frame"][1] = b"\x00"
    table["frame"][2] = None
    table["salt"][3] = b"short"
    table["at"][4] = None
    table["purpose"][5] = None
    table["extract"][6] = b"\xff"
    table["challenge"][7] = "DCQ1:nonsense"
    out = d.inspect_batch(of(table), desk.inspector)
    errors = out.column("error").to_pylist()
    assert errors[0] is None and out.column("json").to_pylist()[0] == reports[0]
    assert errors[1].startswith("scan.") and errors[7].startswith("ask.")
    assert errors[2:7] == ["argument.bytes", "argument.salt", "argument.time", "argument.purpose", "argument.extract"]
    for name in ("verdict", "headline", "codes", "json"):
        assert out.column(name).to_pylist()[1:] == [None] * 7


def test_seconds_and_other_units_are_one_time(desk: Desk) -> None:
    table, reports = rows(desk, 1)
    table["at"] = [int(desk.now.timestamp())]
    assert d.inspect_batch(of(table), desk.inspector).column("json").to_pylist() == reports
    naive = of(table).set_column(1, "at", pa.array([desk.now.replace(tzinfo=None)], pa.timestamp("us")))
    for bad in (naive, of(table).drop_columns(["salt"]), of(table).set_column(0, "frame", pa.array([1.5]))):
        with pytest.raises(d.ArgumentError, match="argument.table"):
            d.inspect_batch(bad, desk.inspector)
