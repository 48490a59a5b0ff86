// What a term of a quoted sentence means, beside it: where a pointer rests on it or the focus is on it, and at the first
// touch; the second one follows the link, which leads to the glossary without this script, too. Escape closes it.

(() => {
  const MARGIN = 8;
  const LEAVES = 200; // milliseconds in which a pointer may reach the words
  const box = atlas.element("div", {
    className: "meaning",
    id: "atlas-meaning",
    role: "tooltip",
    hidden: true,
  });
  /** @type {HTMLElement | null} */
  let shown = null;
  let leaving = 0;

  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  const termOf = (target) => (target instanceof Element ? target.closest(".term[data-meaning]") : null);

  /** Puts the box under a term, within the width of the page. @param {HTMLElement} term */
  function place(term) {
    const { left, bottom } = term.getClientRects()[0];
    const most = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
    const origin = (box.offsetParent ?? document.body).getBoundingClientRect();
    box.style.left = `${Math.max(MARGIN, Math.min(left, most)) - origin.left}px`;
    box.style.top = `${bottom - origin.top + 2}px`;
  }

  /** @param {HTMLElement} term */
  function show(term) {
    clearTimeout(leaving);
    if (shown === term) return;
    hide();
    shown = term;
    box.textContent = term.dataset.meaning ?? "";
    box.hidden = false;
    term.setAttribute("aria-describedby", box.id);
    place(term);
  }

  function hide() {
    clearTimeout(leaving);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  /** @param {Event} event */
  function enter({ target }) {
    const term = termOf(target);
    if (term) show(term);
    else if (target instanceof Node && box.contains(target)) clearTimeout(leaving);
  }

  function leave() {
    clearTimeout(leaving);
    leaving = window.setTimeout(hide, LEAVES);
  }

  (document.querySelector("article") ?? document.body).append(box);
  /** Whether the last touch opened the box: then it does not follow the link. */
  let opened = false;
  addEventListener("pointerdown", ({ target, pointerType }) => {
    const term = termOf(target);
    opened = pointerType === "touch" && term !== null && term !== shown;
    if (!term && shown && !(target instanceof Node && box.contains(target))) hide();
  });
  addEventListener("click", (event) => {
    const term = termOf(event.target);
    if (!opened || !term) return;
    event.preventDefault();
    show(term);
  });
  addEventListener("pointerover", (event) => event.pointerType !== "touch" && enter(event));
  addEventListener("pointerout", (event) => event.pointerType !== "touch" && shown && leave());
  addEventListener("focusin", enter);
  addEventListener("focusout", ({ target }) => termOf(target) && !opened && leave());
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
})();
