"""What templates can do with the corpus: link to records, place values and put them into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from directive_atlas.expand import Translated
from directive_atlas.interface import addresses as address
from directive_atlas.interface import anchors
from directive_atlas.interface.markup import safe
from directive_atlas.interface.timing import TimingPhrases
from directive_atlas.interface.values import EVIDENCE
from directive_atlas.outputs.pages.because import because
from directive_atlas.outputs.pages.chart import chart
from directive_atlas.outputs.pages.monthly import stacked
from directive_atlas.outputs.pages.recorded import RecordedLinks
from directive_atlas.outputs.pages.sparkline import FEW, by_month, sparkline
from directive_atlas.resolve.model import (
    Directive,
    Duty,
    ObligationWord,
    Origin,
    ProposedDeadline,
    Relation,
    Report,
    Standing,
    Succession,
    Target,
    Task,
    Timing,
)
from directive_atlas.schedule import AnchorKind
from directive_atlas.schedule.completion import is_about
from directive_atlas.views.board import Board
from directive_atlas.views.duties import runs
from directive_atlas.views.scale import Scale, scales
from directive_atlas.views.timeline.months import Strip
from directive_atlas.views.work import work_of
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import Basis, Obligation, OriginKind
from directive_atlas.vocabulary.word import N_


@dataclass
class PageContext(RecordedLinks):
    """The context of one page: its links, and the words for the values of its view."""

    def chart(self, target: Target) -> Markup:
        """A target's readings as a picture; nothing if there is only one reading."""
        return chart(target, self.plain, self.plain(target.metric))

    def scales(self, targets: Iterable[Target]) -> list[Scale]:
        """The goals of some targets with what was read of them."""
        return scales(targets)

    def strip(self, strip: Strip) -> Markup:
        """The entries of a timeline by month as bars."""
        return stacked(strip, self.plain(self.most(strip)))

    def most(self, strip: Strip) -> Markup:
        """How many entries a strip counts, and when there are most."""
        highest, total = strip.highest, sum(bar.total for bar in strip.bars)
        message = N_("Entries: %(total)s; most in %(period)s: %(count)s")
        return self.phrase(message, total=total, period=highest.period, count=highest.total)

    def by_month(self, reports: Iterable[Report]) -> Markup:
        """The reports by month as a small picture with what it shows in words; nothing of very few."""
        found = by_month(reports)
        if found is None or sum(found.numbers) < FEW:
            return Markup("")
        highest = {"month": self.plain(found.highest), "count": self.plain(max(found.numbers))}
        most = self.language.gettext(N_("most in %(month)s: %(count)s")) % highest
        words = N_("Reports by month, %(first)s to %(last)s: %(count)s")
        told = self.phrase(words, first=found.first, last=found.last, count=sum(found.numbers))
        figure = Markup('<figure class="by-month">{}<figcaption>{}</figcaption></figure>')
        return figure.format(sparkline(found.numbers, most), told)

    @cached_property
    def times(self) -> TimingPhrases:
        """The words for times in this page's language."""
        return TimingPhrases(self.language, self.show, self.phrase, self._anchor, self.actor, self.worded)

    def _anchor(self, kind: AnchorKind, ref: str) -> Markup:
        """What a time is counted from: a task, or an event on its directive's page."""
        if kind is not AnchorKind.EVENT:
            return self.task(ref)
        directive, _, event = ref.partition("/")
        return self.event(directive, event)

    def timing(self, timing: Timing) -> Markup:
        """A timing in one phrase."""
        return self.times.when(timing)

    def derivation(self, timing: Timing) -> Markup:
        """The derivation of the days of a timing, in one sentence; nothing where there is none."""
        return self.times.derivation(timing)

    def changes(self, timing: Timing) -> Markup:
        """The changes of a deadline that are not in force, in short; nothing without any."""
        return self.times.changes(timing)

    def change(self, change: ProposedDeadline) -> Markup:
        """The time that a change would set."""
        return self.times.change(change)

    def day_off(self, timing: Timing) -> Markup:
        """That a last day is on a weekend or a holiday; nothing for a working day."""
        off = timing.day_off
        if off is None:
            return Markup("")
        if off.jurisdiction:
            where = self.language.territory(off.jurisdiction)
            return self.phrase(N_("the last day is a public holiday in %(where)s"), where=where)
        weekday = self.language.weekday(off.weekday)
        return self.phrase(N_("the last day is a %(weekday)s"), weekday=weekday)

    def running(self, running: Standing | Timing) -> Markup:
        """A deadline that is running; a script may add how far off it is on the reader's own day.

        ``data-days`` says how: days past the deadline are counted only where that is no accusation, and
        where it was ahead when the page was made, the script tells when that is no longer so.
        """
        if running.due is None:
            return Markup("")
        if running.timeliness.ahead:
            days = Markup(' data-days="passed"')
        elif running.counts_days:
            over = running.timeliness is DeadlineStatus.OVERDUE
            days = Markup(' data-days="late"' if over else ' data-days="past"')
        else:
            days = Markup("")
        span = Markup('<span data-due="{}"{}>{}</span>')
        return span.format(running.due.last.isoformat(), days, self.show(running.due))

    def gathered(self, directives: Iterable[str]) -> Markup:
        """Until which day the editors looked for material on some directives."""
        searched = (self.corpus.directives[key].searched for key in directives)
        days = sorted({day for day in searched if day}, key=lambda day: day.last)
        if not days:
            return self.phrase(N_("the day of the last search for material is not recorded"))
        if len(days) == 1:
            return self.phrase(N_("material gathered to %(day)s"), day=days[0])
        message = N_("material gathered to %(first)s or, for later directives, up to %(last)s")
        return self.phrase(message, first=days[0], last=days[-1])

    def evidence(self, board: Board) -> str:
        """How many tasks of a board have evidence, how many only doubtful reports, how many none."""
        numbers = {
            "counts": board.evidenced,
            "doubtful": board.doubtful,
            "none": board.unreported,
            "total": board.total,
        }
        told = {name: self.language.number(number) for name, number in numbers.items()}
        share = self.share(board.evidenced, board.total)
        return self.language.gettext(EVIDENCE).format(share=share, **told)

    def parts(self, standing: Standing) -> Markup:
        """How many measures and bodies reported, and how many are reported done."""
        measures = N_("measures with a report: %(reported)s of %(total)s; reported done: %(done)s")
        bodies = N_(
            "listed bodies with a report on the task itself: %(reported)s of %(total)s; done: %(done)s"
        )
        counted = ((measures, standing.measures), (bodies, standing.bodies))
        return self.dotted(
            *(
                self.phrase(message, total=parts.total, reported=parts.reported, done=parts.done)
                for message, parts in counted
                if parts and parts.reported
            )
        )

    def teller(self, report: Report) -> Markup | None:
        """Who says what a report says; a body is linked."""
        source = report.evidence
        spoken = source and (source.speaker or source.publisher)
        body = report.closed_by or (None if spoken else report.actor)
        return self.actor(body) if body else self.show(spoken) if spoken else None

    def because(self, task: Task, standing: Standing) -> Markup:
        """Why a task, or one body's part in it, stands as it does."""
        return self.show(because(task, standing, self.corpus, self))

    def rules(self, text: str) -> Markup:
        """A link to how statuses come about; gives no backlink."""
        return self.upward(address.statuses(), text)

    def explained(self, word: anchors.Status) -> Markup:
        """A word that leads to what it means; gives no backlink."""
        return self.upward(address.statuses(anchors.status(word)), word)

    def status(self, word: DeadlineStatus, why: Markup | None = None) -> Markup:
        """A status that leads to what it means, with ``why`` as its tool tip; gives no backlink."""
        place = self.up(address.statuses(anchors.status(word)))
        title = f' title="{why}"' if why else ""
        return safe(f'<a class="state {word.value}" href="{place}"{title}>{self.show(word)}</a>')

    def on_day(self, key: str, shown: Markup) -> Markup:
        """How a task stands, where a script may show how it stood on another day."""
        return Markup('<data class="stands" value="{}">{}</data>').format(key, shown)

    def published(self, report: Report, shown: Markup) -> Markup:
        """What is said of a report, on a line of its own that a script hides on days before it came."""
        return Markup('<data class="published" value="{}"><br>{}</data>').format(
            report.date.last.isoformat(), shown
        )

    def day_of(self, report: Report) -> Markup:
        """The day that a report is about."""
        return self.show(is_about(report))

    def origin(self, origin: Origin) -> Markup:
        """Where a task has from what it does not say itself, in a sentence."""
        words = self.words_of_text(origin.words) if origin.words else None
        if origin.kind is OriginKind.RULE:
            return self.phrase(N_("By a rule of the text: “%(title)s”."), title=origin.title)
        if words and origin.beside:
            return self.phrase(N_("Carries over the subject of this sentence, %(words)s."), words=words)
        if words:
            message = N_("Carried over from %(kind)s “%(title)s”: %(words)s.")
            return self.phrase(message, kind=origin.kind, title=origin.title, words=words)
        message = N_("Carried over from %(kind)s “%(title)s”.")
        return self.phrase(message, kind=origin.kind, title=origin.title)

    def carried(self, task: Task, field: str) -> Markup:
        """A note behind what a task inherits: where that comes from; nothing behind what it says itself."""
        origin = task.inherited.get(field)
        if origin is None:
            return Markup("")
        message = N_("carried over from %(kind)s “%(title)s”")
        return self.note(self.phrase(message, kind=origin.kind, title=origin.title))

    def role_of(self, duty: Duty) -> Markup:
        """A role, and that each member of a group has it for itself."""
        each = self.language.gettext(N_("each member for itself"))
        return self.dotted(duty.role, each if duty.each else None)

    def obligation(self, record: Task | Duty) -> Markup:
        """How binding a task or a part is: the text's own word with its class, and where the word stands."""
        word, kind = record.obligation_word, record.obligation
        if word is None or kind is None:
            return self.printed(kind)
        if word.word is None:
            # A bare imperative binds; no form of itself recommends, allows or forbids.
            by_form, ours = N_("by form: no such word in the passage"), N_("class given by the editors")
            return self.show(kind) + self.note(self.phrase(by_form if kind is Obligation.MUST else ours))
        of_class = self.phrase(N_("class: %(class)s"), **{"class": kind})
        return self.words_of_text(word.word) + self.note(self.dotted(of_class, self._from(word)))

    def _from(self, word: ObligationWord) -> Markup:
        """Where a word of obligation is carried over from; nothing for one of the own passages."""
        if word.same_sentence:
            return self.phrase(N_("from the same sentence"))
        if word.origin is None:
            return Markup("")
        message = N_("carried over from %(kind)s “%(title)s”")
        return self.phrase(message, kind=word.origin.kind, title=word.origin.title)

    def obligation_of(self, task: Task) -> Markup:
        """That of a task, and where its class is carried over from, if not the word itself tells."""
        told = task.obligation_word and task.obligation_word.word
        return self.obligation(task) + (Markup("") if told else self.carried(task, "obligation"))

    def stage(self, task: Task) -> Markup:
        """How far the text wants a task to go, as a badge with its own word; nothing if it does not say."""
        if task.stage is None:
            return Markup("")
        label, word = self.show(task.stage), task.stage_word
        said = self.note(self.words_of_text(word)) if word and word != label else Markup("")
        return Markup('<span class="stage {}">{}</span>').format(task.stage.value, label + said)

    def role(self, duty: Duty) -> Markup:
        """The same, with the basis where the text does not state it."""
        return self.dotted(self.role_of(duty), None if duty.basis is Basis.STATED else duty.basis)

    def work_of(self, actor: str) -> int:
        """The number of tasks and measures that give an actor work of its own, also through groups."""
        return sum(row.asks for row in work_of(self.corpus, actor))

    def runs(self, duties: Iterable[Duty]) -> list[tuple[Duty, ...]]:
        """The actors of a task; those whose list goes on stand together."""
        return runs(duties)

    def open_list(self, actors: Markup, last: Duty) -> Markup:
        """Some actors, with “and others” if the text's list goes on after the last one."""
        return self.phrase(N_("%(actors)s and others"), actors=actors) if last.and_others else actors

    def chosen(self, duty: Duty) -> Markup:
        """That the text leaves to somebody which bodies are meant; nothing where it does not."""
        message = N_("those that %(actor)s deems appropriate")
        return self.phrase(message, actor=self.actor(duty.chosen_by)) if duty.chosen_by else Markup("")

    def succeeded(self, actor: str) -> Markup:
        """A note behind an actor: who has taken over from it; nothing if nobody has."""
        after = (s for s in self.corpus.actors[actor].successors if s.past(self.corpus.as_of))
        return self.note(self.listed(self._successor, after, N_("; ")))

    def _successor(self, succession: Succession) -> Markup:
        whole, part = N_("succeeded by %(actor)s"), N_("in part succeeded by %(actor)s")
        return self.phrase(part if succession.part else whole, actor=self.actor(succession.newer))

    def measure_timings(self, task: Task) -> list[Markup]:
        """The timings of a task's measures as phrases, each once."""
        parts = (part for part in task.walk() if part is not task)
        return list(dict.fromkeys(self.timing(timing) for part in parts for timing in part.timings))

    def measure_actors(self, task: Task) -> list[Markup]:
        """The actors whom a task's measures name, each once, with the basis where no text states one."""
        best: dict[str, Basis] = {}
        for duty in (duty for part in task.walk() if part is not task for duty in part.duties):
            best[duty.actor] = min(best.get(duty.actor, duty.basis), duty.basis, key=tuple(Basis).index)
        return [
            self.actor(actor) + self.note(None if basis is Basis.STATED else basis)
            for actor, basis in best.items()
        ]

    def translated(self, directive: Directive) -> Markup:
        """How much of a record is in each language of the site, for those that lack something."""
        told = (self._translated(code, each) for code, each in directive.translations.items())
        return self.dotted(*told) or self.show(self.language.gettext(N_("all")))

    def _translated(self, code: str, found: Translated) -> Markup:
        name = self.language.language_name(code)
        numbers = {"language": name, "done": found.done, "texts": found.texts, "changed": found.fuzzy}
        if found.fuzzy:
            message = N_("%(language)s: %(done)s of %(texts)s; the text of %(changed)s changed since")
            return self.phrase(message, **numbers)
        return (
            self.phrase(N_("%(language)s: %(done)s of %(texts)s"), **numbers) if found.missing else Markup("")
        )

    def relation(self, relation: Relation, directive: str) -> str:
        """The name of a relation on the page of one of its two directives."""
        if relation.newer == directive:
            return self.plain(relation.kind)
        return self.language.gettext(relation.kind.meaning.inverse)

    def issued(self, kind: DirectiveKind) -> str:
        """What the issuers of a directive of that kind have done: a meeting has no issuer."""
        return self.language.gettext(N_("Convened by") if kind.convened else N_("Issued by"))
