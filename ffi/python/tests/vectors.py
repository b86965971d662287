"""Every case of tests/vectors/, to the byte: what this build of the engine answers.

    python vectors.py FOLDER ANSWERS

ANSWERS: what ``cargo test -p doichieu --test vectors`` wrote, one line for each case.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional, Union

import doichieu as d

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# Set-up does not turn on the time: a clock that no list is ahead of.
LATE = 2**33 - 1
PURPOSES = ("traffic_control", "clinic_admission", "bank_onboarding", "e_wallet", "insurance_claim", "public_service")
MEASURES = {
    "cc": "displacement_cc", "w": "power_w", "seats": "seats", "kg": "gross_mass_kg", "payload": "payload_kg", "unladen": "unladen_mass_kg",
    "like": "seats_of_like",
}


def at(seconds: int) -> datetime:
    return EPOCH + timedelta(seconds=seconds)


class Store:
    """What all inspections of a case go by."""

    def __init__(self) -> None:
        self.kept: dict[bytes, bytes] = {}
        self.fails = False

    def keep(self, key: bytes, showing: bytes, until: datetime) -> Optional[bytes]:
        if self.fails:
            raise ConnectionError
        if key in self.kept:
            return self.kept[key]
        self.kept[key] = showing
        return None


def measure(value: str) -> Union[int, d.Measure, None]:
    if value.startswith("max"):
        return d.Measure.at_most(int(value[3:]))
    if value.startswith("over"):
        return d.Measure.above(int(value[4:]))
    return int(value) if value else None


def vehicle(text: str) -> d.Vehicle:
    kind, _, measures = text.partition(":")
    known: dict[str, Any] = {}
    for part in filter(None, measures.split(",")):
        name, _, value = part.partition("=")
        if name in MEASURES:
            known[MEASURES[name]] = measure(value)
        elif name == "trailer":
            known |= {"towed": "trailer", "trailer_mass_kg": measure(value)}
        elif name in ("semi_trailer", "carriage"):
            known["towed"] = name
        elif name in ("manual", "automatic"):
            known["gear"] = name
        else:
            raise ValueError(f"{text}: no such measure")
    return d.Vehicle(kind, **known)


class Vectors:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def blob(self, name: str) -> bytes:
        return (self.folder / "blobs" / f"{name}.bin").read_bytes()

    def answer(self, of: dict[str, Any]) -> str:
        try:
            return self._answer(of)
        except (d.SetUpError, d.AskError) as fault:
            return fault.code

    def _answer(self, of: dict[str, Any]) -> str:
        chain = self.blob(of["roots"])
        roots = d.Roots.dangerous_test(chain) if of["testRoot"] else d.Roots.from_bytes(chain)
        memory, times = d.Memory(), iter(of.get("openedAt", ()))
        for before in of.get("bundlesBefore", ()):
            try:
                d.Bundle.open(self.blob(before), roots, memory, at(next(times, LATE)))
            except d.SetUpError as fault:
                if fault.code != "setup.from_the_future":
                    raise
        bundle = d.Bundle.open(self.blob(of["bundle"]), roots, memory, at(next(times, LATE)))
        if "ask" in of:
            opened = d.open_ask(of["ask"], bundle, at(of["at"]))
            return opened.code if isinstance(opened, d.RefusedAsk) else "genuine"
        store = Store() if "store" in of else None
        for before in of.get("before", ()):
            self.see(before, bundle, memory, store)
        if store:
            store.fails = of["store"] == "fails"
        seen = self.see(of, bundle, memory, store)
        if seen is None:
            return "frames"
        return seen.json if isinstance(seen, d.Report) else seen.log

    def see(self, of: dict[str, Any], bundle: d.Bundle, memory: d.Memory, store: Optional[Store]) -> Optional[d.Seen]:
        inspector = d.Inspector(bundle, d.Post.open(self.blob(of["post"]), bundle))
        ask = self.asked(inspector, d.EncounterSeed(bytes([of.get("encounter", 0)] * 32)), of)
        if "vehicle" in of:
            ask = ask.for_vehicle(vehicle(of["vehicle"]))
        if "plate" in of:
            ask = ask.for_plate(of["plate"])
        scan = self.scanned(of)
        if scan is None:
            return None

        def inspect(ask: d.Ask) -> d.Seen:
            if store is None:
                return inspector.inspect(scan, ask, memory, at(of["at"]))
            return inspector.inspect_shared(scan, ask, memory, at(of["at"]), store)

        seen = inspect(ask)
        showing = seen.showing() if isinstance(seen, d.Report) and of.get("stillThisPerson") else None
        return inspect(ask.still_this_person(showing)) if showing else seen

    @staticmethod
    def asked(inspector: d.Inspector, seed: d.EncounterSeed, of: dict[str, Any]) -> d.Ask:
        purpose: Any = PURPOSES[of["purpose"] - 1]
        if "challenge" in of:
            return inspector.resume(of["challenge"]["text"], bytes.fromhex(of["challenge"]["secret"]), seed)
        # By number, as the files write them: this vehicle, or a class.
        number = of.get("question")
        question = None if number is None else d.questions()[0 if number == 1 else number - 10][0]
        return inspector.unprompted(purpose, seed, question=question, basis=of.get("basis"))

    @staticmethod
    def scanned(of: dict[str, Any]) -> Optional[d.Scan]:
        if "scan" in of:
            return d.Scan.qr(of["scan"])
        if "frame" in of:
            return d.Scan.frame(bytes.fromhex(of["frame"]))
        frames = d.Frames()
        for code in of["codes"]:
            frames.push(code)
        return frames.scan()


def cases(folder: Path) -> list[dict[str, Any]]:
    files = [*folder.glob("*.json"), *folder.glob("live/*.json")]
    files.sort(key=lambda path: path.relative_to(folder).as_posix())
    return [case for path in files for case in json.loads(path.read_text(encoding="utf-8"))]


def main(folder: Path, answers: Path) -> int:
    vectors = Vectors(folder)
    ours = [f"{case['id']}\t{vectors.answer(case)}" for case in cases(folder)]
    # Not `splitlines`: texts hold signs that end a line to Python alone.
    native = answers.read_bytes().decode().removesuffix("\n").split("\n")
    differ = [there.split("\t")[0] for here, there in zip(ours, native) if here != there]
    if differ or len(ours) != len(native):
        print(f"Python: {len(ours)} cases, {len(native)} native; otherwise than natively: {differ[:10]} ({len(differ)})")
        return 1
    print(f"Python: {len(ours)} cases, all as native")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
