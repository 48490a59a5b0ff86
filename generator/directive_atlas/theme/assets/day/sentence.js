// A day that a reader chose, and the sentence that tells what is shown of it, or why nothing is.

/**
 * @typedef {object} ChosenDay
 * @property {number | null} day In days from 1 January 1970; nothing where the data are shown as they are.
 * @property {string} says
 */

const daySentence = (() => {
  /**
   * @param {string} text What the reader wrote, or the address has.
   * @param {FinderIndex} index
   * @param {FinderMessages} messages
   * @param {ArrayLike<number>} directives The days of the directives that are shown.
   * @returns {ChosenDay}
   */
  function chosen(text, index, messages, directives) {
    if (!text) return { day: null, says: "" };
    const day = DayForm.read(text);
    if (day === null) return { day, says: messages.get("on.bad", { text }) };
    const values = { day: messages.day(day), last: messages.day(index.last) };
    const isThere = (/** @type {number} */ own) => own <= day || own === finderColumns.NO_DAY;
    if (!Array.from(directives).some(isThere)) return { day: null, says: messages.get("on.before", values) };
    if (day > index.last) return { day: null, says: messages.get("on.far", values) };
    return { day, says: messages.get(day > index.day ? "on.ahead" : "on.told", values) };
  }

  /**
   * That some of the rows are of directives that came only later; nothing if none is.
   * @param {FinderTable} table
   * @param {Uint32Array} rows
   * @param {FinderMessages} messages
   */
  function later({ day, directives: { ofRow, day: days } }, rows, messages) {
    const isLater = (/** @type {number} */ row) =>
      days[ofRow[row]] > day && days[ofRow[row]] !== finderColumns.NO_DAY;
    const count = rows.filter(isLater).length;
    return count ? messages.get("on.later", { count: messages.number(count) }) : "";
  }

  return { chosen, later };
})();
