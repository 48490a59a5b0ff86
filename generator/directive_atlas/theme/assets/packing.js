// Numbers as outputs/packing.py packed them; the search and the task finder load this.
const packing = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

  /**
   * Numbers from 0 to 63, one character each.
   * @param {string} text
   */
  function chars(text) {
    const values = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) values[at] = VALUES[text.charCodeAt(at)];
    return values;
  }

  /**
   * Whole numbers from 0, five bits a character, lowest first; all but the last have 32 added.
   * @param {string} text
   */
  function numbers(text) {
    const values = new Uint32Array(text.length);
    let count = 0;
    let value = 0;
    let shift = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at)];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        values[count++] = value;
        value = shift = 0;
      }
    }
    return values.subarray(0, count);
  }

  /**
   * A number of either sign from one that zigzag made of it: 0, 1, 2, 3, 4 become 0, -1, 1, -2, 2.
   * @param {number} folded
   */
  const unzigzag = (folded) => (folded % 2 ? -(folded + 1) / 2 : folded / 2);

  return { chars, numbers, unzigzag };
})();
