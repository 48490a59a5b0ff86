"""``make bench-draft``: how well ``directives draft`` reads texts that people have annotated by hand.

``gold/`` has, for each document, positions, ids, roles and times, but no words of the text; the texts lie
in a folder of their own (``DIRECTIVE_CORPUS``). What the columns mean is in ``gold/README.md``.
"""
