"""How one page is asked for whether it is there: what is made of each answer, and what is not asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from directive_atlas.links import Fate, Outcome, connections, visit
from directive_atlas.links.inside import addresses_of, is_inside
from directive_atlas.links.visit import pool

from tests.tools.links_host import DAY, NOWHERE, SLOW_ANSWERS, SWIFT, Host, serving


@pytest.fixture
def host() -> Iterator[Host]:
    with serving("127.0.0.1") as found:
        yield found


@pytest.mark.parametrize(
    ("path", "fate", "why", "target"),
    [
        ("/there", Fate.THERE, "200", ""),
        ("/gone", Fate.GONE, "404", ""),
        ("/removed", Fate.GONE, "410", ""),
        ("/moved", Fate.MOVED, "200", "/there"),
        ("/for-now", Fate.THERE, "200", ""),
        ("/moved-and-gone", Fate.GONE, "404", ""),
        ("/once-500", Fate.THERE, "200", ""),
        ("/always-500", Fate.SILENT, "500", ""),
        ("/forbidden", Fate.SILENT, "403", ""),
        ("/no-head", Fate.THERE, "200", ""),
        ("/slow", Fate.SILENT, "ReadTimeoutError", ""),
        ("/loop/1", Fate.SILENT, "more than 4 redirects", ""),
        ("/circle", Fate.SILENT, "more than 4 redirects", ""),
        ("/script", Fate.SILENT, "a redirect to where no public page is", ""),
    ],
)
def test_each_answer_has_its_fate(host: Host, path: str, fate: Fate, why: str, target: str) -> None:
    found = visit(host.address + path, DAY, SWIFT, pool(SWIFT))
    answered = DAY if fate in (Fate.THERE, Fate.MOVED) else None
    assert found == Outcome(fate, DAY, why, target and host.address + target, answered)
    assert host.agents == {"tests"}


@pytest.mark.parametrize("path", NOWHERE)
def test_a_redirect_to_no_address_is_no_fault_of_ours(host: Host, path: str) -> None:
    own = replace(SWIFT, again=0)
    assert visit(host.address + path, DAY, own, pool(own)).fate is Fate.SILENT
    assert host.asked == [("HEAD", path)]  # where it leads is not asked for


@pytest.mark.parametrize("path", SLOW_ANSWERS)
def test_an_answer_that_comes_byte_by_byte_is_not_waited_for(host: Host, path: str) -> None:
    own = replace(SWIFT, again=0)
    assert visit(host.address + path, DAY, own, pool(own)) == Outcome(Fate.SILENT, DAY, "ReadTimeoutError")


def test_a_page_is_not_asked_for_without_end(host: Host) -> None:
    own = replace(SWIFT, redirects=1000, whole=30)
    told = iter(range(0, 100_000, 10))  # each request takes ten seconds
    found = visit(f"{host.address}/loop/1", DAY, own, pool(own), lambda: next(told))
    assert found == Outcome(Fate.SILENT, DAY, "no page after 30 seconds")
    assert [path for _, path in host.asked] == ["/loop/1", "/loop/2", "/loop/3"]


@pytest.mark.parametrize("after", ["9" * 5000, "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "soon", "-1"])
def test_what_a_host_says_of_when_to_come_again_is_no_fault_of_ours(host: Host, after: str) -> None:
    host.after = after
    assert visit(f"{host.address}/always-503", DAY, SWIFT, pool(SWIFT)).fate is Fate.SILENT


def test_a_failing_host_is_asked_again_only_so_often(host: Host) -> None:
    visit(f"{host.address}/always-500", DAY, SWIFT, pool(SWIFT))
    assert Counter(host.asked) == {("HEAD", "/always-500"): 3, ("GET", "/always-500"): 3}
    visit(f"{host.address}/there", DAY, SWIFT, pool(SWIFT))
    assert Counter(host.asked)[("GET", "/there")] == 0  # no page is read where HEAD is enough


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1/"])
def test_what_cannot_be_reached_is_silent(address: str) -> None:
    assert visit(address, DAY, replace(SWIFT, again=0), pool(replace(SWIFT, again=0))).fate is Fate.SILENT


PUBLIC, ROUTER = "127.0.0.1", "127.0.0.2"
"""The first one is taken for a public address, the other one for one within the network of the machine."""

NAMES: dict[str, list[list[str]]] = {
    "public": [[PUBLIC]],
    "other": [[PUBLIC]],
    "router": [[ROUTER]],
    "both": [[ROUTER, PUBLIC]],
    "rebound": [[PUBLIC], [ROUTER]],
    "returning": [[ROUTER], [ROUTER], [PUBLIC], [ROUTER]],
}
"""Names of hosts with the addresses that each has, one time after the other."""


@pytest.mark.parametrize(
    ("way", "fate"),
    [
        ("public router", Fate.SILENT),
        ("public other", Fate.THERE),
        ("router", Fate.THERE),
        ("router router", Fate.THERE),
        ("router public", Fate.THERE),
        ("router public router", Fate.SILENT),
        ("both router", Fate.SILENT),
        ("public both", Fate.THERE),
        ("rebound rebound", Fate.SILENT),
        ("returning returning returning", Fate.SILENT),
        ("public unknown", Fate.SILENT),
    ],
)
def test_no_redirect_leads_from_a_public_page_into_a_network_of_ones_own(
    way: str, fate: Fate, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the names of hosts mean at the time: what counts is the address that is connected to."""
    names = {name: [*times] for name, times in NAMES.items()}

    def addresses(name: str) -> list[str]:
        times = names.get(name.removesuffix(".example"), [[]])
        return times.pop(0) if len(times) > 1 else times[0]

    monkeypatch.setattr(connections, "addresses_of", addresses)
    monkeypatch.setattr(connections, "is_inside", ROUTER.__eq__)
    port = int(host.address.rpartition(":")[2])
    own = replace(SWIFT, again=0)
    with serving(ROUTER, port) as router:
        steps = [f"http://{name}.example:{port}/" for name in way.split()]
        asked = "to?".join(steps) + "there"
        assert visit(asked, DAY, own, pool(own)).fate is fate
        assert fate is Fate.THERE or ("HEAD", "/there") not in router.asked


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("93.184.215.14", False),
        ("2606:2800::1", False),
        ("192.168.0.1", True),
        ("127.0.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("::1", True),
        ("fe80::1%lo", True),
        ("fd00::1", True),
        ("64:ff9b::a9fe:a9fe", True),
        ("64:ff9b::5db8:d70e", False),
        ("::ffff:10.0.0.1", True),
        ("::ffff:93.184.215.14", False),
        ("2002:a00:1::1", True),
        ("2002:5db8:d70e::1", False),
        ("::10.0.0.1", True),
    ],
)
def test_addresses_of_no_public_host_are_inside(address: str, inside: bool) -> None:
    assert is_inside(address) is inside


@pytest.mark.parametrize("name", ["a..b", "a" * 300, "a." * 150, "ok.example\x1b[31m", "\ud800"])
def test_what_is_no_name_of_a_host_has_no_address(name: str) -> None:
    assert not addresses_of(name)
