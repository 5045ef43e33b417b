"""Words for readers, a module a language: what the cleaning half writes in English codes (`id` is Indonesian)."""
