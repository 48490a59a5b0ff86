"""The data folder: which files there are, what kind each is, and reading all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Contents
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from directive_atlas import filesystem
from directive_atlas.load import schema
from directive_atlas.load.catalogue import Translations, parse_catalogue
from directive_atlas.load.characters import fit, pasted_in_file, unfit_in_file
from directive_atlas.load.corpus import RawCorpus, Unreadable
from directive_atlas.load.csv_file import parse_csv
from directive_atlas.load.fields import ID, Reading
from directive_atlas.load.kinds import (
    CHANGES,
    IF_EMPTY,
    IF_MISSING,
    KINDS,
    MONTH,
    REVIEWS,
    SCHEMAS,
    TABLES,
    instead_of,
    is_aside,
    kind_of,
    schema_line,
)
from directive_atlas.load.marked import Mapping, Sequence, Value, ids_in
from directive_atlas.load.markup import too_much
from directive_atlas.load.parsed import Known, parse_record
from directive_atlas.load.record import Record
from directive_atlas.load.schema.limits import USUAL, Limits
from directive_atlas.load.validate import validate
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place, Problem, problem, say
from directive_atlas.vocabulary.languages import is_language

R = TypeVar("R", bound=Record)
Watch = Callable[[Place], None]
"""Is told how far a long table has been read."""
_ROWS_UNTOLD = 10_000


def unwatched(_: Place) -> None:
    """Nobody wants to be told."""


def load(
    root: Path,
    shown: str = "data",
    instead: Contents[str, bytes] | None = None,
    known: Known | None = None,
    watch: Watch = unwatched,
) -> tuple[RawCorpus, list[Problem]]:
    """Read every file below the data folder ``root``.

    Problems name the folder ``shown``. What does not fit the schema is left out of the corpus, so that
    the checks can go on with the rest. ``instead`` has contents that are read in place of those of files,
    ``known`` what was read before; ``watch`` is told of every ten thousandth row of a table.
    """
    folder = _Folder(root, shown, instead or {}, known, watch)
    corpus = folder.read()
    return corpus, folder.problems


@dataclass
class _Folder:
    """One reading of the data folder: collects records and problems."""

    root: Path
    shown: str
    instead: Contents[str, bytes]
    known: Known | None
    watch: Watch
    problems: list[Problem] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    broken_ids: set[str] = field(default_factory=set)
    broken_files: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    languages: tuple[str, ...] = ()
    limits: Limits = USUAL
    pages: dict[str, tuple[schema.CitedPage, ...]] = field(default_factory=dict)
    catalogues: dict[str, dict[str, Translations]] = field(default_factory=dict)

    def read(self) -> RawCorpus:
        settings = self._settings()
        self.languages, self.limits = settings.languages, settings.limits
        actors = self._yaml("actors.yml", schema.ActorsFile)
        topics = self._yaml("topics.yml", schema.TopicsFile, optional=True)
        glossary = self._yaml("glossary.yml", schema.GlossaryFile, optional=True)
        directives = self._directives()
        texts = ((d.place.file, self._words(d, d.source)) for d in directives if d.source)
        sources = {file: text for file, text in texts if text is not None}
        editions = {d.place.file: self._editions(d) for d in directives}
        progress = {d.place.file: (*d.progress, *self._reports(d)) for d in directives}
        reviews = {d.place.file: self._reviews(d) for d in directives}
        targets = {d.place.file: self._targets(d) for d in directives}
        changes = tuple(self._changes())
        self.problems += self._unread()
        return RawCorpus(
            settings=settings,
            directives=tuple(directives),
            actors=actors.actors if actors else (),
            topics=topics.topics if topics else (),
            terms=glossary.terms if glossary else (),
            sources=sources,
            editions=editions,
            progress=progress,
            reviews=reviews,
            targets=targets,
            pages=self.pages,
            catalogues=self.catalogues,
            unreadable=Unreadable(*map(frozenset, (self.broken_ids, self.broken_files, self.nameless))),
            changes=changes,
        )

    def _settings(self) -> schema.Settings:
        """The settings; their own texts are read by the languages that they name."""
        text = self._text(self.root / "settings.yml")
        if text is None:
            return schema.Settings()
        self.languages = _languages_in(parse_yaml(text, "")[0])
        return self._parsed(text, "settings.yml", schema.Settings) or schema.Settings()

    def _changes(self) -> Iterator[schema.Changeset]:
        """What is recorded of each month, the oldest first."""
        for path in sorted((self.root / CHANGES).glob("*.yml")):
            if MONTH.fullmatch(path.name):
                found = self._yaml(f"{CHANGES}/{path.name}", schema.ChangesFile, optional=True)
                yield from found.changes if found else ()

    def _directives(self) -> list[schema.Directive]:
        names = self._names_of_directives()
        found = (self._directive(f"directives/{name}") for name in names)
        return [directive for directive in found if directive]

    def _directive(self, folder: str) -> schema.Directive | None:
        """A directive; the pages that it and its reports cite are read first."""
        pages = self._table(self.root / folder / "sources.csv", schema.CitedPage)
        name = f"{folder}/directive.yml"
        self.pages[self._name(self.root / name)] = pages
        return self._yaml(name, schema.Directive)

    def _names_of_directives(self) -> list[str]:
        with self._problems_of(self.root / "directives"):
            names = filesystem.folders_in(self.root, "directives")
            if names is not None:
                return names
            place = Place(self._name(self.root))
            hint = say("make a folder directives/ with a folder for each directive")
            self.problems.append(problem("E106", place, hint, name="directives/<id>/directive.yml"))
        return []

    def _editions(self, directive: schema.Directive) -> dict[str, str]:
        """The texts of the earlier editions by the names of their files."""
        listed = directive.source.editions if directive.source else ()
        texts = ((each.file, self._words(directive, each)) for each in listed)
        return {name: text for name, text in texts if text is not None}

    def _words(self, directive: schema.Directive, named: schema.Source | schema.Edition) -> str | None:
        """The text that a directive names; an empty one is a problem, and no quote is looked for in it."""
        text = self._beside(directive, named.file, named.at("file"))
        if text is None:
            return None
        place = Place(self._name(self._folder_of(directive) / named.file))
        if found := too_much(text, place, self.limits):
            self.problems.append(found)
            return None
        if text.strip():
            return text
        hint = say("put the verbatim text into it, or leave out source: in the record")
        self.problems.append(problem("E101", place, hint, why=say("the file is empty")))
        return None

    def _reports(self, directive: schema.Directive) -> tuple[schema.Progress, ...]:
        return self._table(self._folder_of(directive) / "progress.csv", schema.Progress)

    def _targets(self, directive: schema.Directive) -> tuple[schema.TargetRow, ...]:
        return self._table(self._folder_of(directive) / "targets.csv", schema.TargetRow)

    def _reviews(self, directive: schema.Directive) -> tuple[schema.Reviewed, ...]:
        return self._table(self._folder_of(directive) / REVIEWS, schema.Reviewed)

    def _table(self, path: Path, row: type[R]) -> tuple[R, ...]:
        """The rows of a CSV file as records, nothing if there is no file; read and checked one by one."""
        text = self._text(path)
        if text is None:
            return ()
        file = self._name(path)
        self.problems += pasted_in_file(text, file)
        reading, found, unfit, ids = self._reading(file), list[R](), list[Problem](), list[str]()
        for each in parse_csv(text, file, _keys(row), _keys(row, required=True), self.limits):
            if isinstance(each, Problem):
                self.problems.append(each)
                continue
            if each.marks.place.line % _ROWS_UNTOLD == 0:
                self.watch(each.marks.place)
            record, problems = validate(row, each, file, reading)
            found += [record] if record else []
            unfit += problems
            ids += ids_in(each)
        self._take_down(unfit, ids, file)
        return tuple(found)

    def _folder_of(self, directive: schema.Directive) -> Path:
        return self.root / PurePosixPath(directive.place.file).relative_to(self.shown).parent

    def _beside(self, directive: schema.Directive, name: str, place: Place) -> str | None:
        """The text of a file that a record names; it must be in the folder of the record."""
        path = self._folder_of(directive) / name
        if name in {".", ".."} or re.search(r"[/\\\0]", name):
            self.problems.append(problem("E108", place, name=name))
            return None
        return self._text(path, problem("E106", place, name=name))

    def _yaml(self, name: str, model: type[R], *, optional: bool = False) -> R | None:
        """The record of a file; an ``optional`` file may be missing and then has no records."""
        path = self.root / name
        before = len(self.problems)
        hint = IF_MISSING[kind_of(name)]
        missing = problem("E106", Place(self._name(path.parent)), hint, name=path.name)
        text = self._text(path, None if optional else missing)
        if text is None:
            self.broken_files |= {path.stem} if len(self.problems) > before else set()
            return None
        return self._parsed(text, name, model)

    def _parsed(self, text: str, name: str, model: type[R]) -> R | None:
        path = self.root / name
        file = self._name(path)
        parse = self.known.parse_record if self.known else parse_record
        parsed = parse(model, text, file, self._reading(file), IF_EMPTY[kind_of(name)], self.limits)
        self.problems += parsed.unreadable
        if parsed.unreadable:
            self.broken_files.add(path.stem)
            self.broken_ids.add(path.parent.name)
        if not parsed.is_read:
            return None
        self.problems += [*schema_line(text, file, name), *pasted_in_file(text, file)]
        self.catalogues[file] = dict(self._catalogues(path))
        self._take_down(parsed.unfit, parsed.ids, file)
        return parsed.record

    def _catalogues(self, record: Path) -> Iterator[tuple[str, Translations]]:
        """The translations of a record into the languages of the site."""
        for language in self.languages:
            path = record.with_suffix(f".{language}.po")
            text = self._text(path)
            if text is not None:
                catalogue, problems = parse_catalogue(text, self._name(path))
                self.problems += problems
                yield language, catalogue

    def _take_down(self, unfit: Iterable[Problem], ids: Iterable[str], file: str) -> None:
        """What does not fit the schema, and which of the records of a file may be missing for that."""
        before = len(self.problems)
        self.problems += unfit
        if len(self.problems) > before:
            ids = set(ids)
            self.broken_ids |= {Path(file).parent.name, *ids}
            if not all(ID.fullmatch(each) for each in ids):
                self.nameless.add(Path(file).parent.name)
                self.broken_files.add(Path(file).stem)

    def _reading(self, file: str) -> Reading:
        """What the record of a file is read with: the languages, and the pages cited beside it."""
        beside = self.pages.get(f"{file.rpartition('/')[0]}/directive.yml", ())
        return Reading(self.languages, {page.id: page.cited for page in beside})

    def _text(self, path: Path, missing: Problem | None = None) -> str | None:
        """The text of a file, with line feeds as line ends; ``missing`` is the problem if it is not there."""
        self.seen.add(path)
        file = self._name(path)
        with self._problems_of(path):
            name = path.relative_to(self.root).as_posix()
            content = self.instead.get(name)
            if content is None:
                content = filesystem.read(self.root, name, self.limits.size)
            if content is None:
                self.problems += [missing] if missing else []
                return None
            text = re.sub("\r\n?", "\n", content.decode("utf-8-sig"))
            self.problems += unfit_in_file(text, file)
            return fit(text)
        return None

    @contextmanager
    def _problems_of(self, path: Path) -> Iterator[None]:
        """Collect as a problem why a file or folder cannot be read."""
        file = self._name(path)
        try:
            yield
        except UnicodeDecodeError as error:
            place = _place_of_byte(error.object[: error.start].decode(), file)
            why = say("the byte {byte} is not UTF-8", byte=f"{error.object[error.start]:02X}")
            self.problems.append(problem("E101", place, why=why))
        except filesystem.TooLargeError:
            self.problems.append(self.limits.exceeded("megabytes", Place(file)))
        except filesystem.NotPlainError as error:
            place = Place(self._name(self.root / error.name))
            self.problems.append(problem("E112", place, what=error.what))
        except OSError as error:
            hint = say("make it a file or folder that this user may read")
            self.problems.append(problem("E101", Place(file), hint, why=error.strerror))

    def _name(self, path: Path) -> str:
        return (PurePosixPath(self.shown) / path.relative_to(self.root).as_posix()).as_posix()

    def _unread(self) -> Iterator[Problem]:
        """W109 for unused files that look like data: mostly misspelt names.

        Files in the folder of a record that could not be read completely are left out: it may name
        them.
        """
        expected = [*(f"{stem}.yml" for stem in KINDS), *TABLES]
        for path in sorted(self.root.rglob("*")):
            other = path in self.seen or path.parent == self.root / SCHEMAS or is_aside(path)
            if path.is_file() and not other and path.parent.name not in self.broken_ids:
                yield problem("W109", Place(self._name(path)), instead_of(path.name, expected))


def _languages_in(settings: Value) -> tuple[str, ...]:
    """The languages that the settings name, before they are validated."""
    listed = settings.get("languages") if isinstance(settings, Mapping) else None
    codes = [str(code) for code in listed] if isinstance(listed, Sequence) else []
    return tuple(code for code in codes if is_language(code)) or schema.Settings().languages


def _place_of_byte(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _keys(model: type[Record], *, required: bool = False) -> list[str]:
    """The keys of a record class, or only the required ones."""
    fields = model.model_fields.items()
    return [info.alias or name for name, info in fields if info.is_required() or not required]
