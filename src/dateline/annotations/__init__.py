"""Attach records to the spans of one document: sentences, entity mentions, time expressions, predicates.

In: a Document and the layers below. Out: records whose offsets slice back to the document's text.
Refuses: to look at another document, the store, the clock or the network.
"""
