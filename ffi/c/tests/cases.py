"""Writes tests/vectors/ as steps that a program without a reader of JSON can follow: ``python cases.py FOLDER > FILE``.

One step a line, its words apart by spaces; texts are hexadecimal. A case is what stands between ``case`` and ``end``:

    case ID                       roots BLOB TEST           open BLOB AT PASSING (1: one of the future is passed over)
    asked TEXT AT                 post BLOB PURPOSE ENCOUNTER
    unprompted | question NAME | basis CODE | resume TEXT SECRET
    vehicle KIND                  measure NAME BOUND NUMBER with NAME           plate TEXT
    qr TEXT | frame BYTES | codes, then code TEXT …
    store                         fails                     see AT              still AT
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Iterator

LATE = 2**33 - 1
PURPOSES = ("traffic_control", "clinic_admission", "bank_onboarding", "e_wallet", "insurance_claim", "public_service")
CLASSES = "a1 a b1 b c1 c d1 d2 d be c1e ce d1e d2e de".split()
MEASURES = {
    "cc": "displacement_cc", "w": "power_w", "seats": "seats", "kg": "gross_mass_kg", "payload": "payload_kg", "unladen": "unladen_mass_kg",
    "like": "seats_of_like", "trailer": "trailer_mass_kg",
}


def text(of: str) -> str:
    return of.encode().hex() or "-"


def steps(of: dict[str, Any]) -> Iterator[str]:
    yield f"case {text(of['id'])}"
    yield f"roots {of['roots']} {int(of['testRoot'])}"
    times = iter(of.get("openedAt", ()))
    for blob in of.get("bundlesBefore", ()):
        yield f"open {blob} {next(times, LATE)} 1"
    yield f"open {of['bundle']} {next(times, LATE)} 0"
    if "ask" in of:
        yield f"asked {text(of['ask'])} {of['at']}"
    else:
        if "store" in of:
            yield "store"
        for before in of.get("before", ()):
            yield from inspection(before)
        if of.get("store") == "fails":
            yield "fails"
        yield from inspection(of)
        if of.get("stillThisPerson"):
            yield f"still {of['at']}"
    yield "end"


def inspection(of: dict[str, Any]) -> Iterator[str]:
    yield f"post {of['post']} {PURPOSES[of['purpose'] - 1]} {of.get('encounter', 0)}"
    if "challenge" in of:
        yield f"resume {text(of['challenge']['text'])} {of['challenge']['secret']}"
    elif "question" in of:
        number = of["question"]
        yield f"question may_drive_{'this_vehicle' if number == 1 else CLASSES[number - 11]}"
    elif "basis" in of:
        yield f"basis {text(of['basis'])}"
    else:
        yield "unprompted"
    if "vehicle" in of:
        kind, _, measures = of["vehicle"].partition(":")
        yield f"vehicle {kind}"
        for part in filter(None, measures.split(",")):
            name, _, value = part.partition("=")
            if value:
                bound = -1 if value.startswith("max") else 1 if value.startswith("over") else 0
                yield f"measure {MEASURES[name]} {bound} {value.lstrip('maxover')}"
            else:
                yield f"with {name}"
    if "plate" in of:
        yield f"plate {text(of['plate'])}"
    if "scan" in of:
        yield f"qr {text(of['scan'])}"
    elif "frame" in of:
        yield f"frame {of['frame'] or '-'}"
    else:
        yield "codes"
        for code in of["codes"]:
            yield f"code {text(code)}"
    yield f"see {of['at']}"


def main(folder: Path) -> None:
    files = [*folder.glob("*.json"), *folder.glob("live/*.json")]
    files.sort(key=lambda path: path.relative_to(folder).as_posix())
    for path in files:
        for case in json.loads(path.read_text(encoding="utf-8")):
            print("\n".join(steps(case)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
