"""Directive Atlas: structured directive data in, cross-linked Markdown out.

Data flows one way, with a named type between each two rooms::

    load -> RawCorpus -> check -> problems
                      -> resolve -> Corpus -> pages -> Output -> write
"""
