"""Find what a document states: quotations, event mentions, and the order of events.

In: a Document and its annotated layers. Out: findings, each with Evidence that slices back to the text, and its Derivation.
Refuses: to look at another document, the store, the clock or the network; to guess a speaker or an actor.
"""
