"""The stubs say what is there."""

import ast
import inspect
from pathlib import Path

import doichieu
from doichieu import _native

STUB = ast.parse((Path(doichieu.__file__).parent / "_native.pyi").read_text(encoding="utf-8"))


def test_every_class_and_member_is_in_the_stubs_and_there() -> None:
    stubs = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef) and node.name != "SeenStore"}
    assert stubs.keys() == {name for name, of in vars(_native).items() if inspect.isclass(of)}
    for name, stub in stubs.items():
        said = set()
        for node in stub.body:
            if isinstance(node, ast.FunctionDef):
                said.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                said.add(node.target.id)
        there = {of for of in vars(getattr(_native, name)) if not of.startswith("__") or of == "__match_args__"}
        assert {of for of in said if not of.startswith("__") or of == "__match_args__"} == there, name


def test_every_function_takes_what_its_stub_says() -> None:
    for node in ast.walk(STUB):
        if isinstance(node, ast.ClassDef):
            owner = getattr(_native, node.name, None)
            for method in (of for of in node.body if isinstance(of, ast.FunctionDef) and not of.name.startswith("__")):
                if owner and not any(isinstance(by, ast.Name) and by.id == "property" for by in method.decorator_list):
                    assert parameters(method) == taken(getattr(owner, method.name)), f"{node.name}.{method.name}"
    for node in STUB.body:
        if isinstance(node, ast.FunctionDef):
            assert parameters(node) == taken(getattr(_native, node.name)), node.name


def parameters(of: ast.FunctionDef) -> list[str]:
    names = [arg.arg for arg in [*of.args.posonlyargs, *of.args.args, *of.args.kwonlyargs]]
    return [name for name in names if name != "self"]


def taken(of: object) -> list[str]:
    return [name for name in inspect.signature(of).parameters if name != "self"]  # type: ignore[arg-type]


def test_what_is_public_is_exported() -> None:
    assert set(doichieu.__all__) == {name for name in vars(doichieu) if not name.startswith("_") and name not in ("Union",)} - {"annotations"}
