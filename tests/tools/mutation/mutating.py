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

_CONDITIONS = {"test", "ifs"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake: its place among those of the module, its line, and the code before and after.

    ``lines`` are those of the statement that it is in, without the statements inside this one.
    """

    number: int
    line: int
    before: str
    after: str
    lines: range


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
    tree, found = ast.parse(source), []
    statements = [_lines(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    for number, mistake in enumerate(_mistakes(tree)):
        shown, old = mistake.shown(), mistake.holder[mistake.key]
        line, before = getattr(shown, "lineno", 0), ast.unparse(shown)
        mistake.swap()
        lines = max((own for own in statements if line in own), key=min, default=range(0))
        found.append(Mutant(number, line, before, ast.unparse(mistake.shown()), lines))
        mistake.holder[mistake.key] = old
    return found


def _lines(statement: ast.stmt) -> range:
    """The lines of a statement up to the first one inside it."""
    inside = [node.lineno for node in ast.walk(statement) if isinstance(node, ast.stmt)]
    behind = min(line for line in (*inside, (statement.end_lineno or 0) + 1) if line > statement.lineno)
    return range(statement.lineno, behind)


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
    elif isinstance(node, ast.Return) and node.value and not _is_plain(node.value):
        yield _Mistake(vars(node), "value", ast.Constant(None), node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        flag = isinstance(node.value, bool)
        for other in (not node.value,) if flag else (node.value + 1, node.value - 1):
            yield _Mistake(vars(node), "value", other, node)
    yield from _negations(node)
    for key in ("body", "orelse", "finalbody"):
        yield from _omissions(getattr(node, key, None))


def _is_plain(value: ast.expr) -> bool:
    """Whether it is nothing, or a truth value, of which another mistake makes the other one."""
    return isinstance(value, ast.Constant) and (value.value is None or isinstance(value.value, bool))


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
    """What is negated, and conditions that are a name or a call, the other way round."""
    for name, value in ast.iter_fields(node):
        for holder, key, part in _places(node, name, value):
            if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
                yield _Mistake(holder, key, part.operand)
            elif name in _CONDITIONS and not isinstance(part, (ast.Compare, ast.BoolOp, ast.Constant)):
                yield _Mistake(holder, key, ast.UnaryOp(ast.Not(), part))


def _places(node: ast.AST, name: str, value: Any) -> list[tuple[Any, Any, ast.expr]]:
    """Where the expressions of a field stand."""
    parts = [(value, at, part) for at, part in enumerate(value)] if isinstance(value, list) else []
    return [each for each in (*parts, (vars(node), name, value)) if isinstance(each[2], ast.expr)]


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
