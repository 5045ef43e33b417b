"""The site half: articles as Markdown -> the digest in output/. Knows nothing of saved pages.

`build` does it from top to bottom and `check` proves it; `digest` is what pages are planned from and `routes` which
pages there are. Each folder says in its own first lines what lives there.
"""
