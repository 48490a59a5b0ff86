"""What all tasks say is said once above them, and not again below what says it already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]


def lifted(record: Block) -> Block:
    """The record with the obligation that most tasks have as its default; nothing that it says changes.

    A task without an obligation would inherit the default, so there is none unless all have one.
    """
    said = [*_said_by_tasks(record, None)]
    if not said or None in said:
        return _without_repeats(record, None)
    default = Counter(said).most_common(1)[0][0]
    below = _without_repeats(record, default)
    return {**below, "defaults": {"obligation": default}}


def _said_by_tasks(block: Block, above: str | None) -> Iterator[str | None]:
    """The obligation of each task, its own or that of a section above it."""
    for section in block.get("sections", ()):
        yield from _said_by_tasks(section, section.get("obligation", above))
    yield from (task.get("obligation", above) for task in block.get("tasks", ()))


def _without_repeats(block: Block, above: str | None) -> Block:
    """A block without obligations that hold anyway; a section says what all of its tasks say."""
    common = _common(block) if "tasks" in block and "title" in block else None
    own = block.get("obligation", common or above)
    kept = {key: value for key, value in block.items() if key != "obligation"}
    if own and own != above:
        kept["obligation"] = own
    for key in ("sections", "tasks", "measures"):
        if key in kept:
            kept[key] = [_without_repeats(each, own) for each in kept[key]]
    return kept


def _common(section: Block) -> str | None:
    """The obligation that all of several tasks of a section have, if they have just one."""
    said = [*_said_by_tasks(section, None)]
    return said[0] if len(said) > 1 and len(set(said)) == 1 else None
