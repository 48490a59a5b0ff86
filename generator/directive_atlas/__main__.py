"""``python -m directive_atlas`` is the same as the console command ``directives``."""

from directive_atlas.cli import main

main(prog_name="directives")
