"""The registries of bodies: whole and consistent, and copied into a site as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import directive_atlas.registry as package
import pytest
import yaml
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.load import load
from directive_atlas.load.fields import Reading
from directive_atlas.load.schema import Actor
from directive_atlas.load.validate import keys_of, validate
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.registry import REGISTRIES, Entry, copies, find, nearest, present, registry, skeleton
from directive_atlas.vocabulary.languages import is_chinese

ENTRIES = [entry for name in REGISTRIES for entry in registry(name).entries.values()]

AMBIGUOUS = {
    "cn": {"国家广电总局", "广电总局", "国家计委", "特区政府"},
    "us": {"fas", "fsa", "ncd", "ofr"},
}
"""Names that belong to several bodies of one registry, in truth and not by mistake."""

AMBIGUOUS_BETWEEN = {"caac", "cea", "nea", "nia", "nnsa"}
"""Names that belong to a body of each registry."""


def _ids(text: str) -> list[str]:
    return [entry.id for _, entry in find(text)]


def test_ids_are_unique_over_both_registries() -> None:
    written = [entry.id for entry in ENTRIES]
    assert len(written) == len(set(written))
    texts = (_file(name).read_text("utf-8") for name in REGISTRIES)
    assert sum(len(re.findall("^  - id: ", text, re.M)) for text in texts) == len(written)


def _file(name: str) -> Path:
    return Path(str(package.__file__)).parent / f"{name}.yml"


@pytest.mark.parametrize("name", REGISTRIES)
def test_each_file_names_its_official_lists(name: str) -> None:
    head = _file(name).read_text("utf-8").partition("actors:")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert {"cn": "国发〔2018〕6号", "us": "5 U.S.C. 101"}[name] in head


@pytest.mark.parametrize("name", REGISTRIES)
def test_each_parent_is_there_and_the_topmost_tells_the_country(name: str) -> None:
    bodies = registry(name)
    for entry in bodies.entries.values():
        *_, top = entry, *bodies.above(entry)
        assert top.jurisdiction == name.upper()
        assert not (entry.parent and entry.jurisdiction)


@pytest.mark.parametrize("name", REGISTRIES)
def test_no_name_belongs_to_two_bodies_but_those_declared(name: str) -> None:
    assert {key for key, ids in registry(name).index.items() if len(ids) > 1} == AMBIGUOUS[name]


def test_the_names_that_both_countries_have_are_declared() -> None:
    one, other = (set(registry(name).index) for name in REGISTRIES)
    assert one & other == AMBIGUOUS_BETWEEN


def test_an_official_name_belongs_to_one_body() -> None:
    owners = defaultdict(set)
    for entry in ENTRIES:
        for _, text in entry.name.values:
            owners[text].add(entry.id)
    assert not {text: ids for text, ids in owners.items() if len(ids) > 1}


def test_an_entry_is_an_actor_with_its_time() -> None:
    assert set(keys_of(Entry)) == {*keys_of(Actor), "from", "until"}


def test_names_are_there_and_in_their_languages() -> None:
    for entry in ENTRIES:
        names = dict(entry.name.values)
        assert "en" in names and not is_chinese(names["en"]), entry.id
        assert "zh" not in names or is_chinese(names["zh"]), entry.id
        assert len(entry.names) == len(set(entry.names)), entry.id


def test_each_chinese_body_has_a_name_in_both_languages() -> None:
    assert all({"zh", "en"} == dict(entry.name.values).keys() for entry in registry("cn").entries.values())


def test_dates_are_in_order() -> None:
    for entry in ENTRIES:
        spans = [(entry.from_, entry.until), *((alias.from_, alias.to) for alias in entry.aliases)]
        assert all(begin.first < end.last for begin, end in spans if begin and end), entry.id
        assert all(day.first.year >= 1990 for day in chain(*spans) if day), entry.id


def _read(text: str, *languages: str) -> tuple[Actor | None, list[object]]:
    value, problems = parse_yaml(text, "actors.yml")
    actor, more = validate(Actor, value, "actors.yml", Reading(languages or ("zh", "en")))
    return actor, [*problems, *more]


def test_a_skeleton_is_read_as_the_entry_was() -> None:
    kept = ("id", "kind", "parent", "jurisdiction", "aliases")
    for entry in ENTRIES:
        actor, problems = _read(skeleton(entry, ("zh", "en")))
        assert not problems and actor
        assert dict(actor.name.values) == dict(entry.name.values)
        assert [getattr(actor, key) for key in kept] == [getattr(entry, key) for key in kept]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_skeleton_has_only_the_languages_of_the_site(language: str) -> None:
    for entry in registry("cn").entries.values():
        actor, problems = _read(text := skeleton(entry, (language,)), language)
        assert not problems and actor
        assert [code for code, _ in actor.name.values] == [language]
        assert language == "zh" or not is_chinese(text)


def test_a_name_in_no_language_of_the_site_stays_as_it_is() -> None:
    [(_, entry)] = find("Advisory Council on Historic Preservation")
    assert yaml.safe_load(skeleton(entry, ("zh",)))["name"] == {
        "en": "Advisory Council on Historic Preservation"
    }
    assert set(yaml.safe_load(skeleton(registry("cn").entries["miit"], ("fr",)))["name"]) == {"zh", "en"}


@pytest.mark.parametrize(
    ("text", "ids"),
    {
        "工信部": ["miit"],
        " 中华人民共和国 工业和信息化部": ["miit"],
        "中国共产党中央委员会党校": [],
        "中共中央党校(国家行政学院)": ["cpc-party-school"],
        "Secretary of Commerce": ["commerce"],
        "Attorney General": ["doj"],
        "Director of OMB": ["omb"],
        "director of the office of management and budget": ["omb"],
        "U.S. Department of Labor": ["labor"],
        "President’s Management Council": ["presidents-management-council"],
        "NEA": ["nea", "national-endowment-arts"],
        "nea": ["nea"],
        "广电总局": ["nrta", "sarft"],
        "国务院": ["state-council"],
        "美国国务院": ["state-department"],
        "": [],
    }.items(),
)
def test_a_body_is_found_by_any_of_its_names(text: str, ids: list[str]) -> None:
    assert _ids(text) == ids


def test_an_id_means_its_body_only() -> None:
    assert all(_ids(entry.id) == [entry.id] for entry in ENTRIES)


def test_the_ended_bodies_have_their_time() -> None:
    cbirc = registry("cn").entries["cbirc"]
    assert cbirc.from_ and cbirc.until
    assert (cbirc.from_.text, cbirc.until.text) == ("2018-04", "2023-05")


def test_mistyped_names_are_near() -> None:
    assert nearest("Departmnt of Comerce")[0][1].id == "commerce"
    assert not nearest("xyz")


def test_a_body_that_the_site_has_under_another_id_is_not_copied_again() -> None:
    ours = registry("cn")
    council, _ = _read(skeleton(ours.entries["state-council"], ("zh",)).replace("state-council", "council"))
    assert council and present(ours.entries["state-council"], [council]) == "council"
    [ministry] = copies(ours, ours.entries["miit"], [council], "miit")
    assert ministry.parent == "council"


def test_a_body_of_the_same_name_in_one_language_is_another_one() -> None:
    here = {
        "id": "state-department",
        "name": {"zh": "国务院", "en": "Department of State"},
        "kind": "ministry",
    }
    actor, _ = _read(yaml.safe_dump(here, allow_unicode=True))
    assert actor and not present(registry("cn").entries["state-council"], [actor])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a site without actors, with one language; commands run above it."""
    data = tmp_path / "data"
    (data / "directives").mkdir(parents=True)
    (data / "settings.yml").write_text("languages: [en]\n")
    (data / "actors.yml").write_text("actors: []\n")
    monkeypatch.chdir(tmp_path)
    return data


def _new(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["new", "actor", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _actors(data: Path) -> list[str]:
    raw, problems = load(data)
    assert not [each for each in problems if each.is_error]
    return [actor.id for actor in raw.actors]


def test_a_body_is_copied_with_those_above_it(site: Path) -> None:
    assert _new("--from", "National Energy Administration").exit_code == 0
    assert _actors(site) == ["state-council", "ndrc", "nea"]
    assert _new("--from", "工信部").exit_code == 0
    assert _actors(site) == ["state-council", "ndrc", "nea", "miit"]
    assert not is_chinese((site / "actors.yml").read_text("utf-8"))


def test_bodies_are_named_in_the_languages_of_the_site(site: Path) -> None:
    assert "added: nea (National Energy Administration)" in _new("--from", "nea").output
    assert not is_chinese(_new("--from", "nea").output + _new("--from", "State Counci").output)
    (site / "settings.yml").write_text("languages: [zh]\n")
    assert "added: miit (工业和信息化部)" in _new("--from", "miit").output


def test_a_copy_can_have_an_id_of_its_own(site: Path) -> None:
    assert _new("energy", "--from", "nea").exit_code == 0
    assert _actors(site)[-1] == "energy"


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("NEA", "E306", ["nea = ", "(cn from 2008-03)", "national-endowment-arts = ", "(us)"]),
        ("广电总局", "E306", ["nrta = ", "sarft = ", "from 1998-03 until 2013-03"]),
        ("Departmnt of Comerce", "E307", ["did you mean one of these?", "commerce = "]),
        ("xyz", "E307", ["directives new actor ID --title TITLE"]),
    ],
)
def test_what_is_not_one_body_is_never_guessed(site: Path, name: str, code: str, told: list[str]) -> None:
    refused = _new("--from", name)
    assert refused.exit_code == 1 and f"data/actors.yml:1:1: {code}: " in refused.output
    assert all(words in refused.output for words in told)
    assert _actors(site) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "miit"], "there is a record “miit” of this body already"),
        (["other", "--from", "miit"], "there is a record “miit” of this body already"),
        (["ministry", "--from", "mof", "--title", "Finance"], "leave out --title and --kind"),
        (["miit", "--from", "mof"], "E301: the actor id “miit” is already taken"),
        (["Bad Id", "--from", "mof"], "E207: “Bad Id” cannot be an id"),
        ([], "give an id and --title"),
        (["office"], "--title"),
    ],
)
def test_what_cannot_be_copied_is_refused(site: Path, arguments: list[str], told: str) -> None:
    _new("--from", "miit")
    before = _actors(site)
    refused = _new(*arguments)
    assert refused.exit_code in (1, 2) and told in refused.output
    assert _actors(site) == before


def test_an_actor_is_still_written_by_hand(site: Path) -> None:
    assert _new("roads", "--title", "Roads Office").exit_code == 0
    assert "kind: agency" in (site / "actors.yml").read_text("utf-8")
    assert _actors(site) == ["roads"]
