// What is around the text: the list of what is on the page closes once something is chosen, the link to another
// language leads to the same place, and a table is called as the heading above it. Where a record is cited, the tools
// for that are loaded, and those of the lineage, of terms, and of what changed since the last visit.

(() => {
  const HEADINGS = "article :is(h1, h2, h3)[id]";

  /** The fragment of the address, else that of the heading above what is read, unless that is the top of the page. */
  function place() {
    if (location.hash || scrollY < innerHeight / 2) return location.hash;
    const headings = Array.from(document.querySelectorAll(HEADINGS)).slice(1);
    const above = headings.filter((each) => each.getBoundingClientRect().top < innerHeight / 3);
    return above.length ? `#${above[above.length - 1].id}` : "";
  }

  /** @param {Event} event */
  function follow({ target }) {
    const chosen = target instanceof Element ? target.closest("a") : null;
    if (!chosen) return;
    if (chosen.matches(".atlas-language")) {
      chosen.search = location.search;
      chosen.hash = place();
    }
    chosen.closest("[data-atlas-toc]")?.removeAttribute("open");
  }

  /** Name each table after the last heading before it. */
  function nameTables() {
    let heading = "";
    for (const each of document.querySelectorAll("article :is(h1, h2, h3, h4)[id], article table")) {
      if (!each.matches("table")) heading = each.id;
      else if (heading && !each.hasAttribute("aria-label")) each.setAttribute("aria-labelledby", heading);
    }
  }

  nameTables();
  if (document.querySelector(".citation")) atlas.run("assets/share");
  if (document.querySelector("#visit")) atlas.run("assets/visit");
  if (document.querySelector(".lineage")) atlas.run("assets/kin");
  if (document.querySelector(".term[data-meaning]")) atlas.run("assets/terms");
  addEventListener("click", follow, true);
  addEventListener("auxclick", follow, true);
})();
