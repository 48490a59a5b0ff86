// Rows as CSV (RFC 4180) that is safe to open in a spreadsheet.
(() => {
  // A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  const tame = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

  function cell(value) {
    const text = tame(String(value));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  const csv = (rows) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

  // Writes a text that is still being made to the clipboard; false where the browser does not allow it.
  async function copy(making) {
    if (navigator.clipboard?.write && window.ClipboardItem) {
      try {
        const blob = making.then((text) => new Blob([text], { type: "text/plain" }));
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
        return true;
      } catch (error) {
        console.warn(error);
      }
    }
    return copyByCommand(await making);
  }

  // The old way, for pages that a closed network serves without TLS.
  function copyByCommand(text) {
    const area = document.createElement("textarea");
    const before = document.activeElement;
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before?.focus();
    return done;
  }

  // Excel reads a file as UTF-8 only if it begins with a byte order mark.
  function save(text, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  atlas.give("assets/finder/csv", { csv, copy, save });
})();
