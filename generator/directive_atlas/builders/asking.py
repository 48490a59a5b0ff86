"""What the pages of a site may ask: the search endpoint of its settings, in the two files that allow it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from directive_atlas.builders.config import SiteConfig
from directive_atlas.problems import Place, Problem, problem, say

HEADERS = "_headers"
"""The file below ``docs/`` by which some hosts send the policy of a site for browsers."""

_POLICY = "content-security-policy:"


def endpoint_problems(config: SiteConfig, headers: str, shown: str, endpoint: str) -> Iterator[Problem]:
    """E715 where ``mkdocs.yml`` or a policy in the text of ``HEADERS`` does not let pages ask the endpoint.

    ``shown`` is the name of that file in messages.
    """
    if config.endpoint != endpoint:
        fix = say("write under extra: search_endpoint: {endpoint}", endpoint=endpoint)
        place = config.place if config.endpoint is None else config.endpoint.place
        yield problem("E715", place, fix=fix)
    for number, line in enumerate(headers.splitlines(), 1):
        written = line.strip()
        if written.lower().startswith(_POLICY) and not _allows(written[len(_POLICY) :], endpoint):
            fix = say("add to this policy: connect-src 'self' {endpoint}", endpoint=endpoint)
            yield problem("E715", Place(shown, number), fix=fix)


def _allows(policy: str, endpoint: str) -> bool:
    """Whether scripts may ask an address under a policy, as far as it names the address, its host or all."""
    directives = (each.split() for each in policy.split(";"))
    sources = {name.lower(): rest for name, *rest in filter(None, directives)}
    allowed = sources.get("connect-src", sources.get("default-src"))
    parts = urlsplit(endpoint)
    known = {endpoint, f"{parts.scheme}://{parts.netloc}", f"{parts.scheme}:", "*"}
    return allowed is None or not known.isdisjoint(allowed)
