"""Raw records to records that have ids and name others by theirs."""

from directive_atlas.identify.identify import identify

__all__ = ["identify"]
