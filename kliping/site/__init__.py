"""The Pelican half: articles as Markdown -> the digest in output/. Knows nothing of saved pages."""
