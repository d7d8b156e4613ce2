"""The file of briefs as a table of columns, and the table's rows as the file says them."""

import csv

csv.field_size_limit(2**31 - 1)  # a cell that was saved can be read, however long it is
