// Light or dark as a reader chose it, set before anything is shown.

(() => {
  const root = document.documentElement;
  const KEY = "tampilan";
  let chosen = "";
  try {
    chosen = localStorage.getItem(KEY) ?? "";
  } catch {} // storage may be forbidden; then the choice holds for this page

  function apply() {
    const known = ["light", "dark"].includes(chosen);
    if (known) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    document.querySelector("meta[name=color-scheme]").content = known ? chosen : "light dark";
    for (const button of document.querySelectorAll(".switch button")) {
      button.setAttribute("aria-pressed", button.value === (known ? chosen : ""));
    }
  }

  function choose(event) {
    const button = event.target.closest(".switch button");
    if (!button) return;
    chosen = button.value;
    try {
      if (chosen) localStorage.setItem(KEY, chosen);
      else localStorage.removeItem(KEY);
    } catch {}
    apply();
  }

  root.classList.add("js"); // what works with scripts only is shown from the start
  apply();
  document.addEventListener("DOMContentLoaded", apply);
  document.addEventListener("click", choose);
  addEventListener("pageshow", apply); // back from another page, on which another choice may have been made
})();
