"""What is made from the corpus: each output is a function that yields files; none depends on another.

``names.py`` knows what is generated, ``kinds.py`` the functions, and ``work.py`` runs them.
"""
