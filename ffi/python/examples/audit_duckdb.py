"""An auditor's job on one machine: every kept report computed again, and counted by verdict and reason.

    python audit_duckdb.py FOLDER

FOLDER: ``archive.parquet`` (the columns of :func:`doichieu.inspect_batch`), and the files of the device that kept it: ``roots.dcr``,
``lists.dcb``, ``post.dcl``. No value of a paper is read or printed.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import doichieu
import duckdb
import pyarrow as pa
from doichieu._native import bare_checks

# Two signatures stand behind each showing: the issuer's and the phone's.
CHECKS = 2


def inspector_of(folder: Path) -> doichieu.Inspector:
    roots = doichieu.Roots.dangerous_test((folder / "roots.dcr").read_bytes())
    bundle = doichieu.Bundle.open((folder / "lists.dcb").read_bytes(), roots, doichieu.Memory(), datetime.now(timezone.utc))
    return doichieu.Inspector(bundle, doichieu.Post.open((folder / "post.dcl").read_bytes(), bundle))


def main(folder: Path) -> None:
    inspector = inspector_of(folder)
    if inspector.is_test:
        print("TEST")
    archive = duckdb.connect().read_parquet(str(folder / "archive.parquet"))
    reports = duckdb.connect()
    rows, begun = 0, time.perf_counter()
    reports.execute("create table found (verdict varchar, headline varchar, codes varchar[], error varchar)")
    for batch in archive.to_arrow_reader(65_536):
        audited = doichieu.inspect_batch(pa.Table.from_batches([batch]), inspector)
        rows += audited.num_rows
        reports.execute("insert into found select verdict, headline, codes, error from audited")
    took = time.perf_counter() - begun
    print(reports.sql("select coalesce(verdict, error) as came_of_it, count(*) as rows from found group by all order by rows desc"))
    print(reports.sql("select code, count(*) as rows from (select unnest(codes) as code from found) group by all order by rows desc"))
    pace(rows, took)


def pace(rows: int, took: float) -> None:
    """Beside the bare signature checks, on one core, of the same run."""
    begun = time.perf_counter()
    assert bare_checks(CHECKS * 4096)
    bare = 4096 / (time.perf_counter() - begun)
    print(f"{rows} rows in {took:.2f} s: {rows / took:,.0f} rows/s; {CHECKS} bare checks: {bare:,.0f} /s on one core; ratio {rows / took / bare:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
