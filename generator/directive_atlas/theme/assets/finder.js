// The task finder: only where a page asks for it are its parts loaded (assets/finder/*.js), then its data.
(() => {
  const frame = document.querySelector("[data-finder]");
  const plain = /** @type {HTMLElement | null} */ (document.querySelector("[data-finder-plain]"));
  if (!frame || !plain) return;

  async function start() {
    await atlas.run("assets/finder/main");
    await finderMain.start(/** @type {Element} */ (frame), () => {
      if (plain) plain.hidden = true;
    });
  }

  /**
   * Without its data the page stays what it is without script: the plain list.
   * @param {unknown} error
   */
  function giveUp(error) {
    console.warn(error);
    frame?.remove();
    if (!plain) return;
    plain.hidden = false;
    plain.dataset.finderPlain = "shown";
  }

  start().catch(giveUp);
})();
