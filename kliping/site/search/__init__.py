"""The search index: `records` says what is indexed of an article, `program` lets Pagefind make an index of it.

`canonical` brings Pagefind's files into one form; `index` makes those again of which something has changed.
"""
