"""One run of `clean`: saved pages -> the Markdown files in content/articles.

run.py tells the run from top to bottom. scanner.py lists the saved folder, beside.py tells which sidecar speaks of
which page, sidecars.py and rules.py read what pages are read by, cleaner.py makes one page an article, saved_pages.py
decides which pages are read again, and cleaned_articles.py holds what came of them. groups.py finds the pages on which
a change can bear, article_ids.py gives ids, writer.py settles and writes articles, and removals.py decides which files
go. article_folder.py knows the Markdown files, hand_edits.py tells an edit as sidecar lines.
database.py, page_table.py and article_table.py keep what is known between runs; nothing else speaks SQL.
furniture.py knows what is no page. report.py holds what a run did, accounting.py adds what is there, unreached.py tells
which elections no article is about, report_text.py puts it all into words.
"""
