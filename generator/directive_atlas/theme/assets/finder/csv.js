// Rows as CSV (RFC 4180) that is safe to open in a spreadsheet.
const finderCsv = (() => {
  const ROWS_AT_ONCE = 5_000;
  const COLUMNS = ["key", "title", "directive", "actors", "due", "standing", "address"];
  const OF_BODY = new Set(["due", "standing"]);
  const DAY = 86_400_000;
  const REVOKE_AFTER = 60_000;

  /**
   * A cell that a spreadsheet would take for a formula gets an apostrophe in front.
   * @param {string} text
   */
  const tame = (text) => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

  /** @param {string} value */
  function cell(value) {
    const text = tame(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** @param {string[][]} lines */
  const csv = (lines) => lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");

  /**
   * The name of a column; that of standings also says whose they are.
   * @param {FinderMessages} messages
   * @param {string} name
   * @param {string} whose
   */
  function heading(messages, name, whose) {
    const isOwn = whose && OF_BODY.has(name);
    return messages.get(name) + (isOwn ? messages.get("open") + whose + messages.get("close") : "");
  }

  /**
   * Rows as lines, under the names of the columns.
   * @param {FinderMessages} messages
   * @param {FinderRows} known
   * @param {Uint32Array} rows
   * @param {(share: number) => void} progress Takes the share that is done, 0 to 1.
   */
  async function lines(messages, known, rows, progress) {
    const found = [COLUMNS.map((name) => heading(messages, name, known.whose))];
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const batch = rows.subarray(at, at + ROWS_AT_ONCE);
      await known.need(batch);
      for (const row of batch) found.push(line(messages, known, known.of(row)));
      progress(Math.min(1, (at + ROWS_AT_ONCE) / rows.length));
    }
    return found;
  }

  /**
   * @param {FinderMessages} messages
   * @param {FinderRows} known
   * @param {FinderRow} row
   */
  function line(messages, known, row) {
    const actors = row.duties.map(({ actor, role }) => {
      const name = finderDom.plain(known.actorName(actor));
      return `${name}${messages.get("open")}${role}${messages.get("close")}`;
    });
    const due = row.day === finderColumns.NO_DAY ? "" : new Date(row.day * DAY).toISOString().slice(0, 10);
    return [
      row.key,
      finderDom.plain(row.title),
      finderDom.plain(row.directiveTitle),
      actors.join(messages.get("semicolon")),
      due,
      known.standing(row).join(" · "),
      row.address,
    ];
  }

  /**
   * Writes a text that is still being made to the clipboard; false where the browser does not allow it.
   * @param {Promise<string>} making
   */
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

  /**
   * The old way, for pages that a closed network serves without TLS.
   * @param {string} text
   */
  function copyByCommand(text) {
    const area = atlas.element("textarea", { value: text });
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    document.body.append(area);
    area.select();
    const isDone = document.execCommand("copy");
    area.remove();
    before?.focus();
    return isDone;
  }

  /**
   * Gives a text to the reader as a file. Excel reads it as UTF-8 only if it begins with a byte order mark.
   * @param {string} text
   * @param {string} name
   */
  function save(text, name) {
    const href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    atlas.element("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), REVOKE_AFTER);
  }

  return { csv, lines, copy, save };
})();
