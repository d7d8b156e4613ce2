"""The file of briefs as a table of columns, and the table's rows as the file says them."""
