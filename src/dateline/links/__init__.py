"""Whether two reports speak of the same entity or event, judged one document at a time in order of publication.

In: what one document says, and a look-up in the record so far. Out: Link, each with a judgement that explains itself.
Refuses: to read ahead, to change what an earlier document was linked to, and to merge what only shares a word.
"""
