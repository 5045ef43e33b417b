// Added to pages by `invoke serve`: loads a page again when the site has changed, and shows what is to be mended.
"use strict";
(() => {
  const { site, search } = document.currentScript.dataset;
  const look =
    "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:50vh;overflow:auto;margin:0;padding:.75rem 1rem;" +
    "background:#7a1010;color:#fff;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere";
  let events = null;

  function show(title, mistakes) {
    document.getElementById("kliping-mistakes")?.remove();
    if (!mistakes.length) return;
    const box = document.createElement("details");
    box.id = "kliping-mistakes";
    box.open = true;
    box.setAttribute("role", "alert");
    box.style.cssText = look;
    box.append(document.createElement("summary"));
    box.firstChild.textContent = title;
    for (const mistake of mistakes) {
      const line = document.createElement("p");
      line.style.margin = ".5rem 0 0";
      line.textContent = mistake;
      box.append(line);
    }
    document.body.append(box);
  }

  function told(event) {
    const now = JSON.parse(event.data);
    const searches = now.search !== search && document.querySelector("form[role=search]");
    if (now.site !== site || searches) location.reload();
    else show(now.title, now.mistakes);
  }

  // A hidden page listens to nothing: browsers open six connections to a server and no more.
  function listen() {
    events?.close();
    events = document.hidden ? null : new EventSource("/.kliping/events");
    if (events) events.onmessage = told;
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
