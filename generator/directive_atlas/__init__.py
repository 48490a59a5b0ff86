"""Directive Atlas: structured data about directives in, cross-linked pages out.

``build.py`` has the pipeline; ``docs/en/guide/architecture.md`` explains the stages.
"""
