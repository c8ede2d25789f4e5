"""Web pages written for the project, each with what a careful person takes out of it.

``portals``, ``press``, ``exports`` and ``damaged`` were written before the rules they measure; ``later`` after them and
``last`` after those, as checks on pages that no rule had seen. ``case`` says what a page and its truth are, ``scores``
how they are compared.
"""
