"""Writes what the tests are given: the C example of README.md, and the files of one case.

    python example.py README FOLDER CASE OUT LANGUAGE

Prints blobs, purpose and time of the case.
"""

import json
import re
import sys
from pathlib import Path

readme, folder, wanted, out, language = sys.argv[1:]
found = re.search(rf"```{language}\n(.*?)```", Path(readme).read_text(encoding="utf-8"), re.DOTALL)
assert found
Path(out, f"example.{language}").write_text(found[1], encoding="utf-8")
case = next(of for of in json.loads(Path(folder, "papers.json").read_text(encoding="utf-8")) if of["id"] == wanted)
for name, file in (("roots", "roots.dcr"), ("bundle", "lists.dcb"), ("post", "post.dcl")):
    Path(out, file).write_bytes(Path(folder, "blobs", f"{case[name]}.bin").read_bytes())
Path(out, "code").write_text(case["scan"], encoding="utf-8")
print(case["roots"], case["bundle"], case["post"], case["at"])
