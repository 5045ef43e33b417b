"""Saved news pages -> Markdown articles -> a static digest of an election. The way of a page, folder by folder:

formats      bytes of a saved page -> Page: metadata and blocks of text
outlets      who published the page, and that outlet's profile of rules
extract      Page -> Article: which block is what, and each fact with the rule it rests on
elections    calendars of elections; to which election and stage an article belongs
duplicates   which pages are one article, and which articles are copies of each other
archive      one run of `clean`: finds pages that changed, keeps what is known of each, writes the articles
article      the contract between the halves: an article's fields, and its Markdown file
site         articles -> output: pages, feeds, data and search, audited and exchanged for the old site as a whole
preview      output -> a browser on this machine, built again and loaded again when something changes

All up to `archive` is the cleaning half. It and `site` meet only in the Markdown files: they share `article`,
`elections` and the ground, and import nothing else of each other.
`preview` knows of neither. `commands` runs them for `tasks.py`.

locale       ground: messages to users, in English and Indonesian
text         ground: dates, names, addresses and phrases in a text; no files, nothing of the news
system       ground: files, YAML, processes, locks, limits and exit codes
data         the rules and words all outlets share

docs/architecture.md draws it, and says where a new outlet, format, field or page goes.
"""
