"""Mutants of a module: the same code with one small mistake in it, which a test should see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
"""Operators, and the one that somebody might have written by mistake."""

_TYPES = {"annotation", "returns", "decorator_list", "type_params"}
"""Parts of the code that say what a value is, and compute nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake: its place among those of the module, its line, and the code before and after."""

    number: int
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What is put at a place of the tree; ``within`` is the code around it, if that says more."""

    holder: Any
    key: Any
    new: Any
    within: ast.AST | None = None

    def swap(self) -> None:
        """Make the mistake."""
        self.holder[self.key] = self.new

    def shown(self) -> ast.AST:
        """The code as it is now, to be shown."""
        return self.within or self.holder[self.key]


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module, in the order of its code."""
    found = []
    for number, mistake in enumerate(_mistakes(ast.parse(source))):
        shown, old = mistake.shown(), mistake.holder[mistake.key]
        line, before = getattr(shown, "lineno", 0), ast.unparse(shown)
        mistake.swap()
        found.append(Mutant(number, line, before, ast.unparse(mistake.shown())))
        mistake.holder[mistake.key] = old
    return found


def mutated(source: str, number: int) -> ast.Module:
    """The code of a mutant."""
    tree = ast.parse(source)
    list(_mistakes(tree))[number].swap()
    return ast.fix_missing_locations(tree)


def _mistakes(tree: ast.Module) -> list[_Mistake]:
    return [mistake for node in list(_computing(tree)) for mistake in _of_node(node)]


def _of_node(node: ast.AST) -> Iterator[_Mistake]:
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            yield from _other(node, node.ops, number, operator)
    elif isinstance(node, (ast.BoolOp, ast.BinOp, ast.AugAssign)):
        yield from _other(node, vars(node), "op", node.op)
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield _Mistake(vars(node), "value", ast.Constant(None), node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        other = not node.value if isinstance(node.value, bool) else node.value + 1
        yield _Mistake(vars(node), "value", other, node)
    yield from _negations(node)
    for key in ("body", "orelse", "finalbody"):
        yield from _omissions(getattr(node, key, None))


def _computing(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes in the order of the code, without types."""
    yield tree
    for key, value in ast.iter_fields(tree):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and key not in _TYPES:
                yield from _computing(child)


def _other(node: ast.AST, holder: Any, key: Any, operator: ast.AST) -> Iterator[_Mistake]:
    if other := _SWAPS.get(type(operator)):
        yield _Mistake(holder, key, other(), node)


def _negations(node: ast.AST) -> Iterator[_Mistake]:
    """Conditions that are a name or a call, the other way round."""
    places: list[tuple[Any, Any]] = [(vars(node), "test")] if getattr(node, "test", None) else []
    places += [(node.ifs, number) for number in range(len(getattr(node, "ifs", ())))]  # type: ignore[attr-defined]
    for holder, key in places:
        test = holder[key]
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            yield _Mistake(holder, key, test.operand)
        elif not isinstance(test, (ast.Compare, ast.BoolOp, ast.Constant)):
            yield _Mistake(holder, key, ast.UnaryOp(ast.Not(), test))


def _omissions(body: Any) -> Iterator[_Mistake]:
    """Statements that are missing."""
    for number, statement in enumerate(body if isinstance(body, list) else ()):
        if isinstance(statement, (ast.AugAssign, ast.Continue, ast.Break, ast.Delete, ast.Raise)):
            yield _Mistake(body, number, ast.Pass())
        elif isinstance(statement, ast.Expr):
            yield from _omitted(body, number, statement.value)


def _omitted(body: Any, number: int, value: ast.expr) -> Iterator[_Mistake]:
    if isinstance(value, (ast.Yield, ast.YieldFrom)):  # a function with none would be no generator
        yield _Mistake(body, number, ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))))
    elif not isinstance(value, ast.Constant):
        yield _Mistake(body, number, ast.Pass())
