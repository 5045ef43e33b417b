"""Ground: files and processes. Knows nothing of pages and articles.

`files` reads, writes and compares files; `yaml` parses safely, `config_file` checks keys and notes problems; `hashing`
is how content is compared; `workers` spreads work over the cores, `sandbox` does it on hostile items; `memory` pauses
the garbage collector; `lock` lets one run at a time; `limits` holds every limit, `errors` the exit codes.
"""
