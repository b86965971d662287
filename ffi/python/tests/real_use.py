"""A program as a partner writes it: run by the tests, and held to `mypy --strict`."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path
from typing import assert_never

import doichieu


def show(inspector: doichieu.Inspector, memory: Path, text: str, now: datetime) -> list[str]:
    seed = doichieu.EncounterSeed(secrets.token_bytes(32))
    ask = inspector.unprompted("clinic_admission", seed)
    seen = doichieu.Memory.locked(memory).inspect(inspector, doichieu.Scan.qr(text), ask, now)
    match seen:
        case doichieu.Unreadable():
            return [seen.text.vi]
        case doichieu.Report():
            with seen:
                lines = ["TEST"] if seen.is_test else []
                lines.append(seen.headline.text.vi)
                for paper in seen.papers:
                    lines += told(paper, now)
                return lines
        case _:
            assert_never(seen)


def told(paper: doichieu.Paper, now: datetime) -> list[str]:
    match paper:
        case doichieu.Proven(release=release):
            look = release.at(now)
            return [] if isinstance(look, doichieu.Ended) else [f"{of.label.vi}: {of.text.vi}" for of in look.entries()]
        case doichieu.Answered(answer=answer):
            return [answer]
        case doichieu.Unproven(reason=reason):
            return [doichieu.reason_text(reason).vi]
        case _:
            assert_never(paper)
