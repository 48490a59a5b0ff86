// The lineage: a link in the row of a directive dims all but that directive and its kin; the same link shows all again.

(() => {
  /** The rows of a picture, by their ids. @param {Element} picture */
  const rowsOf = (picture) => Array.from(picture.querySelectorAll("ol > li"));

  /** The numbers of the lines that end, or are joined, in a row. @param {Element} row */
  const linesOf = (row) =>
    new Set(
      Array.from(row.querySelectorAll(".gutter i:not(.pass)"), (piece) => piece.getAttribute("data-line")),
    );

  /**
   * Shows the kin of a row alone, or all rows.
   * @param {Element} picture
   * @param {Element | null} chosen
   */
  function show(picture, chosen) {
    const kin = new Set(chosen ? [chosen.id, ...(chosen.getAttribute("data-kin") ?? "").split(" ")] : []);
    const lines = chosen ? linesOf(chosen) : new Set();
    picture.classList.toggle("chosen", chosen !== null);
    for (const row of rowsOf(picture)) {
      row.classList.toggle("of-kin", kin.has(row.id));
      row.querySelector(".kin")?.setAttribute("aria-pressed", String(row === chosen));
    }
    for (const piece of picture.querySelectorAll(".gutter i")) {
      piece.classList.toggle("of-kin", lines.has(piece.getAttribute("data-line")));
    }
  }

  /** @param {Event} event */
  function choose(event) {
    const link = event.target instanceof Element ? event.target.closest(".lineage .kin") : null;
    const [picture, row] = [link?.closest(".lineage"), link?.closest("li")];
    if (!link || !picture || !row) return;
    event.preventDefault();
    show(picture, link.getAttribute("aria-pressed") === "true" ? null : row);
    row.scrollIntoView({ block: "nearest" });
  }

  /** A link that acts as a button is pressed with the space bar, too. @param {KeyboardEvent} event */
  function press(event) {
    if (event.key === " " && event.target instanceof Element && event.target.matches(".lineage .kin"))
      choose(event);
  }

  for (const link of document.querySelectorAll(".lineage .kin")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", "false");
  }
  addEventListener("click", choose);
  addEventListener("keydown", press);
})();
