"""Show a record in a web browser and to programs: pages, a REST interface, and the rules by which they are safe.

In: a store and requests over HTTP. Out: pages, tables and files, each as of a day. Refuses: to run a stage, to ask any other
host for anything, and to take the words of a report for markup.
"""

from dateline.serve.app import create_app
from dateline.serve.options import ServeOptions

__all__ = ["ServeOptions", "create_app"]
