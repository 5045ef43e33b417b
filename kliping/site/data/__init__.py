"""The published data: `columns` says which columns there are and what an article has in each.

`tables` writes them as CSV and JSON, `datapackage` describes both for programs.
"""
