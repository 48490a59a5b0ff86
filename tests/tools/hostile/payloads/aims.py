"""What the payloads are after."""

from __future__ import annotations

RUN = "window.ran=1"
"""What a payload wants to run."""

AWAY = "//other.example"
"""Where a payload wants to send a request."""
