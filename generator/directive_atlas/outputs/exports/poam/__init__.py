"""Each directive as a plan of action and milestones (POA&M) of OSCAL, the format of NIST, as JSON."""

from directive_atlas.outputs.exports.poam.files import poam_files

__all__ = ["poam_files"]
