"""Words for readers: wording.py says the codes of the cleaning half in the words of id.yaml (Indonesian)."""
