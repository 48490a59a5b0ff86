// The task finder: only where a page asks for it are its parts loaded (assets/finder/*.js), then its data.
(() => {
  const frame = document.querySelector("[data-finder]");
  if (!frame) return;
  const plain = document.querySelector("[data-finder-plain]");
  atlas.load("assets/finder/main").then((start) => start(frame)).then(
    () => { plain.hidden = true; },
    (error) => {
      // Without its data the page stays what it is without script: the plain list.
      console.warn(error);
      frame.remove();
      plain.dataset.finderPlain = "shown";
    },
  );
})();
