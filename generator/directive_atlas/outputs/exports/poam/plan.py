"""A directive as a plan of action and milestones: an item and a risk for each task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.api.v1 import Directive, Task, walk
from directive_atlas.outputs.exports.plain import Plain
from directive_atlas.outputs.exports.poam.names import Names
from directive_atlas.outputs.exports.poam.risks import Part, Risks
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.tasks import Role
from directive_atlas.vocabulary.word import Word

OSCAL = "1.1.2"
"""The version of the format."""
_OURS = "tag:directives.invalid,2026:oscal"
"""The namespace of properties that are ours."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans in one language."""

    words: Plain
    names: Names

    def plan(self, found: Directive) -> Part:
        """The plan of a directive that has tasks."""
        tasks = [self.words.made.tasks[key] for key in found.tasks]
        risks = Risks(self.words, self.names)
        return {
            "plan-of-action-and-milestones": {
                "uuid": self.names.of("plans", f"{self.words.language.code}/{found.id}"),
                "metadata": self._metadata(found, tasks),
                "system-id": {"identifier-type": _OURS, "id": found.id},
                "risks": [risks.risk(task) for task in tasks],
                "poam-items": [self._item(found, task, risks) for task in tasks],
            }
        }

    def _metadata(self, found: Directive, tasks: list[Task]) -> Part:
        day = self.words.made.as_of.isoformat()
        roles = dict.fromkeys(duty.role for task in tasks for part in walk(task) for duty in part.duties)
        told: Part = {
            "title": self.words.text(found.title),
            "last-modified": f"{day}T00:00:00Z",
            "version": day,
            "oscal-version": OSCAL,
            "links": [{"href": self.words.page(found.page), "rel": "alternate"}],
        }
        if roles:
            told["roles"] = [self._role(role) for role in roles]
        if parties := [self._party(actor) for actor in dict.fromkeys(_actors(found, tasks))]:
            told["parties"] = parties
        return told

    def _role(self, role: Role) -> Part:
        return {"id": role.value, "title": self.words.word(role)}

    def _party(self, actor_id: str) -> Part:
        person = self.words.made.actors[actor_id].kind is ActorKind.PERSON
        return {
            "uuid": self.names.of("actors", actor_id),
            "type": "person" if person else "organization",
            "name": self.words.actor(actor_id),
        }

    def _item(self, found: Directive, task: Task, risks: Risks) -> Part:
        """A task: what is demanded, by whom it was, how it stands, and its risk."""
        standing = task.standing
        item: Part = {
            "uuid": self.names.of("tasks", task.key),
            "title": self.words.text(task.title),
            "description": risks.demanded(task),
            "props": [
                {"name": "key", "ns": _OURS, "value": task.key},
                *self._props({"timeliness": standing.timeliness, "state": standing.state}),
                *(self._props({"obligation": task.obligation}) if task.obligation else ()),
            ],
            "links": [{"href": self.words.page(task.page), "rel": "reference"}],
            "related-risks": [{"risk-uuid": self.names.of("risks", task.key)}],
        }
        if found.issuers:
            item["origins"] = [{"actors": [self._origin(issuer) for issuer in found.issuers]}]
        return item

    def _origin(self, issuer: str) -> Part:
        return {"type": "party", "actor-uuid": self.names.of("actors", issuer)}

    def _props(self, said: dict[str, Word]) -> Iterator[Part]:
        """A word of a fixed list, and in the remarks what it is called."""
        for name, word in said.items():
            yield {"name": name, "ns": _OURS, "value": word.value, "remarks": self.words.word(word)}


def _actors(found: Directive, tasks: Iterable[Task]) -> Iterator[str]:
    """Whoever issued it, has a part in it, or reported."""
    yield from found.issuers
    for task in tasks:
        for part in walk(task):
            yield from (duty.actor for duty in part.duties)
        yield from (report.actor for report in task.reports if report.actor)
