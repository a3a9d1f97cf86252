"""Which reports are copies of which.

A report is compared with those published before it that share runs of words with it, sentence by sentence, and goes back to
the one that it has most of its words from. Datelines, page furniture and what outlets put under every report count for
nothing; nor do a speaker's words by themselves, which two reporters may both have heard.
"""

from dateline.links.origins.linker import OriginLinker

__all__ = ["OriginLinker"]
