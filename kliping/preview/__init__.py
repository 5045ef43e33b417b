"""A built site shown on this machine while it is worked on. Knows nothing of articles: a site is a folder of files.

`builds` runs one build after another, each in a process of its own; `watcher` tells when sources have changed; `server`
serves the site's folder, and `events` tells open pages what they must know. `preview.js` is what those pages run: the
server adds it to them, and it is never written to the site.
"""
