// Numbers as generator/exports/packing.py packed them; the search and the task finder load this.
(() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  [...DIGITS].forEach((digit, value) => { VALUES[digit.charCodeAt(0)] = value; });

  // Numbers from 0 to 63, one character each.
  function chars(text) {
    const values = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) values[at] = VALUES[text.charCodeAt(at)];
    return values;
  }

  // Whole numbers from 0, five bits a character, lowest first; all but the last have 32 added.
  function numbers(text) {
    const values = new Uint32Array(text.length);
    let count = 0, value = 0, shift = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at)];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        values[count++] = value >>> 0;
        value = shift = 0;
      }
    }
    return values.subarray(0, count);
  }

  atlas.give("assets/packing", { chars, numbers });
})();
