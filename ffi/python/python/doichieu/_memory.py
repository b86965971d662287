"""A memory in one file that several processes take turns at."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Iterator, Union

from ._errors import MemoryBusy
from ._native import Ask, Bundle, Inspector, Memory, Report, Roots, Scan, Unreadable

if sys.platform == "win32":  # not tried
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


# How long one waits between two looks at a lock, in seconds: shorter than an inspection, longer than a busy loop.
_PAUSE = 0.005


class LockedMemory:
    """One memory in one file: see :meth:`doichieu.Memory.locked`."""

    def __init__(self, path: Union[str, "os.PathLike[str]"], timeout: float) -> None:
        self._path = Path(path)
        self._timeout = timeout

    def inspect(self, inspector: Inspector, scan: Scan, ask: Ask, at: datetime) -> Union[Report, Unreadable]:
        """Reads, inspects, stores, and only then answers. Where it cannot be stored, ``OSError`` is raised and nothing is shown."""
        with self._turn() as memory:
            return inspector.inspect(scan, ask, memory, at)

    def open_bundle(self, file: bytes, roots: Roots, at: datetime) -> Bundle:
        """Opens a bundle file against the stored memory, and stores what it leaves there. Refused, nothing is stored."""
        with self._turn() as memory:
            return Bundle.open(file, roots, memory, at)

    def read(self) -> Memory:
        """A copy of what is stored, to look at."""
        with self._turn() as memory:
            return memory

    @contextmanager
    def _turn(self) -> Iterator[Memory]:
        # The lock lies beside the file, which is replaced as a whole. It goes when the process does.
        with open(self._path.with_name(f".{self._path.name}.lock"), "ab") as lock:
            end = time.monotonic() + self._timeout
            while not _take(lock):
                if time.monotonic() >= end:
                    raise MemoryBusy(
                        "host.memory_busy",
                        "Một chương trình khác đang giữ bộ nhớ của máy này. Thử lại.",
                        "Another program holds this device's memory. Try again.",
                    )
                time.sleep(_PAUSE)
            before = self._path.read_bytes() if self._path.exists() else None
            memory = Memory() if before is None else Memory.from_bytes(before)
            yield memory
            after = memory.to_bytes()
            if after != before:
                _replace(self._path, after)


def _replace(path: Path, content: bytes) -> None:
    """A crash leaves the old bytes or the new ones."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
