"""Tables of knowledge, each with its columns, source and licence at its head, and the loaders that read them.

In: the TSV files under ``tables/``. Out: rows, and frozen records of states, organisations, people and offices.
Refuses: a malformed row (ResourceError names file and line), the network, and any knowledge kept in code.
"""
