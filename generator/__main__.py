"""``python -m generator`` is the same as the console command ``directives``."""

from generator.cli import main

main(prog_name="directives")
