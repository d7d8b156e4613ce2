"""Pages of complete HTML that need no script: a brief, a council, a view, and the contents.

Each has a title, a description, its canonical address, links to the others and to the live map,
and says in JSON-LD what it is about. The same version of the data gives the same bytes,
but for the day that a file to print says.
"""
