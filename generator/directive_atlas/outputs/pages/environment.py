"""The Jinja environment of a site in one language.

A template has ``w`` (what it can do with the corpus), ``of_task`` and ``of_events`` (what tables say),
``_`` and ``ngettext`` for words, ``Heading`` and ``anchors`` for the places on pages, and the fields of its
view. A macro has all but the fields: it is imported without context, so that it is made once for all pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Name
from jinja2.runtime import Context

from directive_atlas.interface import anchors
from directive_atlas.interface.anchors import Heading
from directive_atlas.interface.markup import escape
from directive_atlas.outputs.pages.annotate import annotated
from directive_atlas.outputs.pages.compiled import Compiled
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.of_events import OfEvents
from directive_atlas.outputs.pages.of_task import OfTask
from directive_atlas.outputs.pages.prose import prose

_COMPILED = Compiled()
_OURS = {"w", "of_task", "of_events"}


class _Context(Context):
    """Calls what a template calls as it is: nothing of ours asks for the context (most of a page's calls)."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or a method."""
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class _Code(CodeGenerator):
    """Prints what ``finalize`` returns as it is: to escape it again would cost a fifth of a page."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "escape(")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call as Python has it; the usual one goes through the context, for what asks for it."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """What our own objects can do are attributes; of anything else an item may be meant."""
        if isinstance(node.node, Name) and node.node.name in _OURS:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Environment(Environment):
    context_class = _Context
    code_generator_class = _Code


def environment(context: PageContext) -> Environment:
    """The environment of one language of a site, with the templates of the site that replace ours."""
    found = without_words(context.site.templates, context.printed)
    found.globals.update(
        w=context,
        _=context.language.gettext,
        ngettext=context.counted,
        annotated=partial(annotated, page=context),
        of_task=OfTask(context),
        of_events=OfEvents(context),
    )
    found.filters["prose"] = partial(prose, page=context)
    return found


def without_words(templates: Path | None, show: Callable[[object], str] | None = None) -> Environment:
    """What all languages share: enough to read templates. Those in the folder ``templates`` replace ours.

    Every value that a template prints passes through ``show``, so nothing stays unescaped.
    """
    own = [FileSystemLoader(templates)] if templates else []
    found = _Environment(
        loader=ChoiceLoader([*own, PackageLoader("directive_atlas.outputs.pages")]),
        bytecode_cache=_COMPILED,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=show or escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.globals.update(Heading=Heading, anchors=anchors)
    found.filters["prose"] = str
    return found
