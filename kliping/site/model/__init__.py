"""What the site shows, as plain values worked out once: `article_row` is one article.

`election_view` groups rows by election and stage, `month_lists` by month, `bylines` by outlet, reporter and agency.
"""
