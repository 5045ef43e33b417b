"""The contract between the two halves: what is said of one article, and its Markdown file.

`fields` holds the table of all fields and the Article made of them; `kinds` says what a value of each kind may be;
`frontmatter` turns an Article into Markdown and reads it back; `corrections` is what a curator says of one page.
"""
