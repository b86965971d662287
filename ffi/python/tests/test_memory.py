"""A memory in a file: stored before anything is shown, one writer at a time."""

import multiprocessing
import threading
from pathlib import Path

import doichieu as d
import pytest
from desk import Desk


def consumed(path: Path, seed: int) -> bool:
    desk = Desk.of("N164/good")
    seen = d.Memory.locked(path, timeout=60).inspect(desk.inspector, d.Scan.qr(desk.text), desk.ask(seed), desk.now)
    assert isinstance(seen, d.Report)
    return seen.consumed


def test_of_many_processes_with_one_code_one_is_the_first(tmp_path: Path) -> None:
    path = tmp_path / "memory.dcm"
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        first = pool.starmap(consumed, [(path, seed) for seed in range(1, 9)])
    assert first.count(True) == 1
    assert d.Memory.locked(path).read().showings == 1


def test_threads_take_turns_too(tmp_path: Path) -> None:
    path, first = tmp_path / "memory.dcm", []
    threads = [threading.Thread(target=lambda seed=seed: first.append(consumed(path, seed))) for seed in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert first.count(True) == 1 and len(first) == 6


def test_what_is_not_stored_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk.of("N164/good")
    kept = d.Memory.locked(tmp_path / "memory.dcm")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space left"):
        kept.inspect(desk.inspector, d.Scan.qr(desk.text), desk.ask(1), desk.now)
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == [".memory.dcm.lock"]
    assert consumed(tmp_path / "memory.dcm", 2)


def test_a_held_memory_is_waited_for_and_told(tmp_path: Path) -> None:
    desk = Desk.of("N164/good")
    with d.Memory.locked(tmp_path / "memory.dcm")._turn():
        with pytest.raises(d.MemoryBusy, match="host.memory_busy"):
            d.Memory.locked(tmp_path / "memory.dcm", timeout=0.05).open_bundle(desk.lists, desk.roots, desk.now)


def test_a_torn_memory_is_told_and_salvaged(tmp_path: Path) -> None:
    desk, path = Desk.of("N164/good"), tmp_path / "memory.dcm"
    kept = d.Memory.locked(path)
    kept.open_bundle(desk.lists, desk.roots, desk.now)
    consumed(path, 1)
    torn = path.read_bytes()[:-5]
    path.write_bytes(torn)
    with pytest.raises(d.SetUpError, match="setup.memory_torn"):
        kept.read()
    path.write_bytes(d.Memory.salvaged(torn, desk.now).to_bytes())
    assert kept.read().floor is not None
