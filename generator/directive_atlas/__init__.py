"""Directive Atlas: structured data about directives in, cross-linked Markdown pages out.

``build.py`` has the pipeline; ``docs/en/guide/architecture.md`` explains the stages.
"""
