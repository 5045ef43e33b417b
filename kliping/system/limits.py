"""Every limit on one input, with its reason.

A page or an article beyond a limit is rejected by name and the run goes on. The figures lie above the largest real
pages seen, and keep the work on a page within seconds.
"""

MIB = 1024 * 1024

PAGE_BYTES = 32 * MIB  # of a saved page; a browser's with all pictures inlined weighs 5 to 20 MB
TEXT_BYTES = 4 * MIB  # of a text dump; the largest seen weighs 0.1 MB
RULE_BYTES = MIB // 2  # of a sidecar or another YAML file; our largest has 50 KB
YAML_DEPTH = 100  # levels; our own files have eight. The parser calls itself for each, and a stack ends

FOLDERS = 50  # levels of folders below the saved folder

LINES = 20_000  # of a page, empty ones included; the longest page seen had 1,100
CHARACTERS = 200_000  # of one line; whole articles on one line had 12,000
TAGS = 200_000  # of an HTML page; the most seen was 9,000, and each costs a hundred bytes and more
ATTRIBUTES = 1_000  # of one HTML tag; the parser compares each with all before it
LEVELS = 250  # of HTML elements in each other; the deepest page seen had 60

ARTICLE_BYTES = MIB  # of a Markdown file; the longest articles of newspapers have 50 KB, and a page takes seconds a MiB
QUOTES = 100  # `>` in a row in it; nh3 takes time by the square of their depth, a minute for what fits into a file

SECONDS = 3  # of computing for one page; the slowest page seen takes 0.3
MEMORY = 384 * MIB  # that reading one page may add to its process; a page of 32 MB needs 250

PERSONS = 20  # named as reporter of one article, or as editor; the most seen is 8, and each has a page on the site
COPIES = 50  # by other outlets that an article names; the most seen is 14, and each of a thousand would name a thousand
