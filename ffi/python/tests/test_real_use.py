from pathlib import Path

from desk import Desk
from real_use import show


def test_a_partners_program(tmp_path: Path) -> None:
    desk = Desk.of("N164/good")
    lines = show(desk.inspector, tmp_path / "memory.dcm", desk.text, desk.now)
    assert lines[:2] == ["TEST", "ĐẠT"] and "Ngày sinh: 12/04/1991" in lines
    again = show(desk.inspector, tmp_path / "memory.dcm", desk.text, desk.now)
    assert again[1] != "ĐẠT"
    assert show(desk.inspector, tmp_path / "memory.dcm", "hello", desk.now)[0]
