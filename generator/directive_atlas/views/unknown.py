"""How much of some data is not known: what the help tells a reader not to take for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Unknown:
    """Of how many things something is not known; ``parts`` are all tasks and measures.

    ``unsaid`` of them name no actor or no time, ``silent`` have no report of their own, not even for context.
    ``without_text`` are directives with neither text nor tasks. ``open_groups`` do not list all members,
    ``undated_posts`` lack their first or their last day.
    """

    parts: int
    unsaid: int
    silent: int
    directives: int
    without_text: int
    open_groups: int
    posts: int
    undated_posts: int

    @property
    def anything(self) -> bool:
        """Whether anything of this kind is not known."""
        counted = (self.unsaid, self.silent, self.without_text, self.open_groups, self.undated_posts)
        return any(counted)


def unknown(corpus: Corpus) -> Unknown:
    """What is not known of a corpus."""
    parts, directives = corpus.tasks.values(), corpus.directives.values()
    posts = [post for actor in corpus.actors.values() for post in actor.posts]
    return Unknown(
        parts=len(parts),
        unsaid=sum(not part.duties or not part.timings for part in parts),
        silent=sum(not part.reports for part in parts),
        directives=len(directives),
        without_text=sum(not each.source and not each.tasks for each in directives),
        open_groups=sum(
            bool(actor.members) and not actor.members_complete for actor in corpus.actors.values()
        ),
        posts=len(posts),
        undated_posts=sum(not (post.start and post.end) for post in posts),
    )
