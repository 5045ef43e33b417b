"""The pages of the digest. Pure: a digest goes in, outputs come out, and no file is read or written.

One module for each kind of page, with a line in `site/routes.py`: `home`, `elections`, `articles`, `archive`, `names`,
`data`, `feeds`, `search`, and `sitemap`, which lists what the others make. `listing` makes the lists that several kinds
share, `provenance` says what each fact of an article rests on, `schema_org` writes linked data for the head of a page.
"""
