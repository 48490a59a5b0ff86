"""Code with a mistake in place of the code that runs.

A mistake inside a function is put into the function, wherever it is used already; for any other one the
module is loaded with it.
"""

from __future__ import annotations

import gc
import importlib.machinery
import importlib.util
import inspect
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType


def differing(old: CodeType, new: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """The functions of a module in which two versions of it differ, as each is in both.

    Nothing if something else differs too: what runs when the module is loaded.
    """
    if _own(old) != _own(new):
        return None
    found = []
    for before, after in zip(_inner(old), _inner(new), strict=True):
        if before == after:
            continue
        if not before.co_flags & inspect.CO_OPTIMIZED:  # the body of a class
            deeper = differing(before, after)
            if deeper is None:
                return None
            found += deeper
        elif before.co_name.startswith("<"):  # it may have run already, as a comprehension has
            return None
        else:
            found.append((before, after))
    return found


def _own(code: CodeType) -> tuple[object, ...]:
    """What code is, without the code inside it."""
    rest = [(type(each), each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_code, code.co_names, code.co_varnames, len(_inner(code)), rest


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


Functions = Mapping[CodeType, Sequence[FunctionType]]
"""Functions by their code."""


def functions_of(package: Path) -> Functions:
    """All functions of a package that there are now, wherever they are used."""
    found: dict[CodeType, list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(f"{package}/"):
            found.setdefault(each.__code__, []).append(each)
    return found


def swap(functions: Functions, changes: Iterable[tuple[CodeType, CodeType]]) -> None:
    """Give functions other code.

    Raises:
        KeyError: there is no such function.

    """
    for old, new in changes:
        for function in functions[old]:
            function.__code__ = new


class Instead(importlib.machinery.SourceFileLoader):
    """Loads other code in place of a module: the first of ``sys.meta_path``."""

    def __init__(self, path: Path, package: Path, code: CodeType) -> None:
        parts = path.relative_to(package.parent).with_suffix("").parts
        super().__init__(".".join(parts[:-1] if parts[-1] == "__init__" else parts), str(path))
        self.code = code

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The module, if it is this one."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:
        """The other code."""
        return self.code
