"""The example of README.md, at the time of the showing it is given."""

import re
from pathlib import Path

import pytest
from desk import Desk, FOLDER
from vectors import Vectors, cases

README = Path(__file__).resolve().parents[1] / "README.md"


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    desk = Desk.of("N164/good")
    of = next(one for one in cases(FOLDER) if one["id"] == "N164/good")
    for name, file in (("roots", "roots.dcr"), ("bundle", "lists.dcb"), ("post", "post.dcl")):
        (tmp_path / file).write_bytes(Vectors(FOLDER).blob(of[name]))
    monkeypatch.chdir(tmp_path)
    code = found[1].replace("Roots.from_bytes", "Roots.dangerous_test")
    code = code.replace("datetime.now(timezone.utc)", f"datetime.fromtimestamp({desk.now.timestamp()}, timezone.utc)")
    exec(compile(code, "README.md", "exec"), {"input": lambda: desk.text})
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == ["TEST", "ĐẠT"] and "Ngày sinh: 12/04/1991" in printed
    assert (tmp_path / "memory.dcm").exists()
