"""A desk over one case of tests/vectors/: what the other tests begin with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import doichieu as d
from vectors import PURPOSES, Vectors, at, cases

FOLDER = Path(os.environ.get("DOICHIEU_VECTORS", Path(__file__).resolve().parents[3] / "tests/vectors"))


@dataclass
class Desk:
    """An inspector, and a showing that it accepts."""

    roots: d.Roots
    lists: bytes
    bundle: d.Bundle
    inspector: d.Inspector
    purpose: Any
    text: str
    now: datetime

    @classmethod
    def of(cls, case: str) -> Desk:
        of = next(one for one in cases(FOLDER) if one["id"] == case)
        blob = Vectors(FOLDER).blob
        roots, now = d.Roots.dangerous_test(blob(of["roots"])), at(of["at"])
        bundle = d.Bundle.open(blob(of["bundle"]), roots, d.Memory(), now)
        inspector = d.Inspector(bundle, d.Post.open(blob(of["post"]), bundle))
        return cls(roots, blob(of["bundle"]), bundle, inspector, PURPOSES[of["purpose"] - 1], of["scan"], now)

    def ask(self, seed: int) -> d.Ask:
        return self.inspector.unprompted(self.purpose, d.EncounterSeed(bytes([seed] * 32)))

    def report(self) -> d.Report:
        seen = self.inspector.inspect(d.Scan.qr(self.text), self.ask(1), d.Memory(), self.now)
        assert isinstance(seen, d.Report)
        return seen

    def proven(self) -> tuple[d.Report, d.Proven]:
        report = self.report()
        return report, next(paper for paper in report.papers if isinstance(paper, d.Proven))
