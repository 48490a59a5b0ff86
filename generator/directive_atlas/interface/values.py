"""Values of the corpus as text in the language of a page, always escaped."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from directive_atlas.interface.language import Language
from directive_atlas.interface.markup import escape, in_language, safe
from directive_atlas.interface.site import Site
from directive_atlas.resolve.model import Target, Text
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.languages import language_by_script
from directive_atlas.vocabulary.progress import Comparator
from directive_atlas.vocabulary.tasks import Role
from directive_atlas.vocabulary.word import N_, Word

_SHORT = 80
"""The number of characters of a text that are shown in narrow places."""


EVIDENCE = N_(
    "With evidence: {counts} of {total} ({share}). "
    "Without any report: {none} of {total}; that does not mean that they were not begun. "
    "Only unverified or disputed reports: {doubtful}."
)
"""What is known of some tasks; scripts fill it in, too."""


@dataclass
class Values:
    """Shows values in one language of a site."""

    site: Site
    language: Language

    def show(self, value: object) -> Markup:
        """Any value as safe HTML in the page's language."""
        if type(value) is Markup:
            return value
        if type(value) is str:
            return escape(value)
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, ImpreciseDate):
            return _time(value, self.language.date(value))
        return Markup(value) if hasattr(value, "__html__") else escape(self.plain(value))

    def plain(self, value: object) -> str:
        """A value as plain text in the page's language."""
        if isinstance(value, Text):
            return value.best(self.language.code)[0]
        if isinstance(value, ImpreciseDate):
            return self.language.date(value)
        if isinstance(value, Word):
            return self.language.gettext(value.label)
        if isinstance(value, dt.date):
            return self.language.day(value)
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return self.language.number(value)
        return str(value)

    def text(self, text: Text) -> Markup:
        """A text in the page's language; one that is known only in another language is marked as such."""
        words, language = text.best(self.language.code)
        shown = escape(words)
        return shown if language == self.language.code else in_language(shown, language)

    def short(self, text: Text, most: int = _SHORT) -> Markup:
        """The first words of a text, at most so many characters, for narrow places."""
        words, language = text.best(self.language.code)
        return self.quote(self.cut(words, most), language)

    def cut(self, words: str, most: int) -> str:
        """The first ``most`` characters of a text, with a mark where that is not all of it."""
        return words if len(words) <= most else f"{words[:most]}…"

    def also(self, text: Text) -> Markup:
        """A text's other languages, each marked with its language."""
        parts = (in_language(escape(words), code) for words, code in text.others(self.language.code))
        return Markup(" / ").join(parts)

    def quote(self, text: str, language: str) -> Markup:
        """Words of the source, marked with its language if that differs from the page's."""
        shown = escape(text)
        return shown if language == self.language.code else in_language(shown, language)

    def by_script(self, words: str) -> Markup:
        """Words whose language is not recorded and follows from their script; none without a letter."""
        if not any(char.isalpha() for char in words):
            return escape(words)
        return self.quote(words, language_by_script(words, self.site.codes))

    def label(self, words: str | None) -> Markup:
        """What a text numbers or names something by; nothing where it does not."""
        return self.by_script(words) if words else Markup("")

    def paragraph_name(self, label: str | None, number: int) -> Markup:
        """What the source itself calls a paragraph, or else its number."""
        if label:
            return self.phrase(N_("no. %(label)s"), label=self.by_script(label))
        return self.phrase(N_("paragraph %(number)s"), number=number)

    def words_of_text(self, words: str) -> Markup:
        """Words of the source in quotation marks."""
        return Markup("“{}”").format(self.by_script(words))

    def worded(self, meaning: object, words: str) -> Markup:
        """Words of the source that say something; in another language, what they mean with the words."""
        if language_by_script(words, self.site.codes) == self.language.code:
            return escape(words)
        return self.phrase(N_("%(meaning)s (%(words)s)"), meaning=meaning, words=self.words_of_text(words))

    def phrase(self, message: str, **values: object) -> Markup:
        """An interface message with values in it, each shown as it is elsewhere."""
        return safe(self.language.gettext(message) % {n: self.show(v) for n, v in values.items()})

    def letter(self, role: Role) -> str:
        """The abbreviation of a role."""
        return self.language.gettext(role.letter)

    def sentences(self, *parts: Markup) -> Markup:
        """Sentences in a row."""
        return self.gap().join(parts)

    def gap(self) -> Markup:
        """What stands between two words or sentences: a space, but not in Chinese."""
        return Markup(" " if self.language.is_spaced else "")

    def percent(self, share: int) -> str:
        """A share of 100, as text."""
        return self.language.gettext(N_("%(number)s%%")) % {"number": self.plain(share)}

    def share(self, part: int, total: int) -> str:
        """A part in percent of the whole, rounded down."""
        return self.percent(part * 100 // total if total else 0)

    def target(self, target: Target) -> Markup:
        """A target's figure in one phrase, without its metric."""
        if target.value is None:
            return self.phrase(N_("no value set"))
        if target.to is not None:
            return self._with_unit(
                target, self.phrase(N_("%(value)s to %(to)s"), value=target.value, to=target.to)
            )
        return self.figure(target.comparator, target.value, target)

    def figure(self, comparator: Comparator, value: Decimal, target: Target) -> Markup:
        """A value of a target's metric, with its unit; “exactly” is left out."""
        words = [] if comparator is Comparator.EXACTLY else [self.show(comparator)]
        return self._with_unit(target, self.gap().join([*words, self.show(value)]))

    def _with_unit(self, target: Target, figure: Markup) -> Markup:
        if not target.unit:
            return figure
        unit = self.text(target.unit)
        return (Markup() if unit == "%" else self.gap()).join([figure, unit])


def _time(date: ImpreciseDate, words: str) -> Markup:
    """A date as HTML's ``time``, which accepts days, months and years, but no quarters."""
    return safe(f'<time datetime="{date.iso}">{escape(words)}</time>')
