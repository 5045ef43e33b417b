"""The search: what is indexed of each article, the index Pagefind makes of it, and the page that asks it."""
