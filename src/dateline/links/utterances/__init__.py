"""The same words in different reports: each quotation to the utterance that it gives, cut, translated or whole.

In: one document's quotations, with their speakers as the record knows them. Out: a link for each quotation that is given
in words. Refuses: to join what two different people said, and what a speaker says again on another occasion.
"""

from dateline.links.utterances.linker import UtteranceLinker

__all__ = ["UtteranceLinker"]
