"""Words about actors."""

from __future__ import annotations

from directive_atlas.vocabulary.word import N_, Word


class RegistryName(Word):
    """A registry of bodies that travels with the program."""

    CN = "cn", N_("central bodies of China")
    US = "us", N_("federal bodies of the United States")


class ActorKind(Word):
    """The kind of an actor."""

    PARTY = "party", N_("party body")
    STATE = "state", N_("state body")
    MINISTRY = "ministry", N_("ministry or commission")
    OFFICE = "office", N_("office")
    DEPARTMENT = "department", N_("department")
    PROVINCIAL = "provincial", N_("provincial body")
    LOCAL = "local", N_("local government")
    AGENCY = "agency", N_("agency")
    ENTERPRISE = "enterprise", N_("enterprise")
    GROUP = "group", N_("group")
    PERSON = "person", N_("person")
    OTHER = "other", N_("others")


class Level(Word):
    """A level of government below the centre, by the administrative divisions of China."""

    PROVINCE = "province", N_("provincial level")
    CITY = "city", N_("city level")
    COUNTY = "county", N_("county level")
    TOWNSHIP = "township", N_("township level")


class ParticipantRole(Word):
    """The role of a participant of a meeting."""

    CHAIR = "chair", N_("chair")
    SPEAKER = "speaker", N_("speaker")
    REPORTER = "reporter", N_("spoke")
    ATTENDEE = "attendee", N_("attended")
    SIGNATORY = "signatory", N_("signed it")
