"""Writes an archive as an auditor is handed one: inputs of reports that were lawfully kept, in Parquet, and the device's files.

    python archive.py FOLDER ROWS
"""

from __future__ import annotations

import sys
from pathlib import Path

import doichieu as d
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from desk import FOLDER, Desk
from vectors import Vectors, cases

# One token under Ed25519: two signatures, the issuer's and the phone's.
CASE = "N165/1000"


def main(folder: Path, rows: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    desk = Desk.of(CASE)
    of = next(one for one in cases(FOLDER) if one["id"] == CASE)
    for name, file in (("roots", "roots.dcr"), ("bundle", "lists.dcb"), ("post", "post.dcl")):
        (folder / file).write_bytes(Vectors(FOLDER).blob(of[name]))
    scan, kept = d.Scan.qr(desk.text), []
    # Shown anew each time in an encounter of its own: what differs is the salt, as in an archive of one desk.
    for number in range(rows):
        seed = d.EncounterSeed(number.to_bytes(32, "big"))
        ask = desk.inspector.unprompted(desk.purpose, seed)
        report = desk.inspector.inspect(scan, ask, d.Memory(), desk.now)
        assert isinstance(report, d.Report)
        # Each hundredth is broken: an archive has such rows.
        frame = desk.inspector.unsealed(scan, ask) if number % 100 else b"\x00"
        kept.append({"frame": frame, "at": desk.now, "salt": seed.salt, "extract": report.memory_extract(), "purpose": desk.purpose})
    pq.write_table(pa.Table.from_pylist(kept), folder / "archive.parquet")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
