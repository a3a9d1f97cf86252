"""Tables in other programs' formats: one small file a format, registered by name under ``dateline.exporters``.

In: a Table and a binary stream. Out: bytes. Refuses: to change a value.
"""
