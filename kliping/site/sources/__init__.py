"""What the site is made from, read and checked: `articles` keeps the rows of a folder between builds.

`article_reader` makes the row of one file, `static_pages` reads pages written by hand, `calendars` the elections, and
`markdown_files` says which files count and what no page can be made of.
"""
