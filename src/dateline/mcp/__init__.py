"""Let an assistant ask the record: its questions as tools of the Model Context Protocol, over standard input and output.

In: calls of tools. Out: answers with report ids, spans and words, each as of a day. Refuses: to write anything, and to pass on the
words of a report as anything but words of a report.
"""

from dateline.mcp.server import create_server, run

__all__ = ["create_server", "run"]
