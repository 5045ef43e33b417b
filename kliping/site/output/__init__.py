"""Files and folders of the site. `page` is one file and its key, `versions` the code that made it.

`manifest` is a whole site in a folder with its list of files; `publish` makes the next site and exchanges it.
"""
