"""The contract between the two halves: what is said of one article, and its Markdown file.

`fields` holds the table of all fields and the Article made of them; `kinds` says what a value of each kind may be;
`frontmatter` turns an Article into Markdown and reads it back, `strict` its own form without a YAML parser; `keys` and
`values` read what people write, `file_names` tells ids from names, `publication` whether a file takes its article down;
`corrections` is what a curator says of one page.
Of what people write, `keys` tells which field is meant, `values` the value, `publication` whether the article is to be
published, and `file_names` its id and which file is a copy of which.
"""
