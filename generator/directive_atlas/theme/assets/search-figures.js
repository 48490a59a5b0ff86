// Dates and numbers in a normalised text, however written, as keys: the rules of
// generator/exports/search/figures.py.
(() => {
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])[.]?";
  const DIGIT = "〇零一二三四五六七八九";
  const SMALL = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})";
  const DAY = "([0-9]{1,2})(?:st|nd|rd|th)?";
  const DATE = new RegExp([
    `(?:(?<![0-9${DIGIT}])([0-9]{4}|[${DIGIT}]{4}) ?年 ?)?${SMALL} ?月(?: ?${SMALL} ?[日号])?`,
    "(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})(?:\\5([0-9]{1,2}))?(?![0-9])",
    `(?<![0-9a-z])${DAY} (?:of )?${MONTH}(?:,? ([0-9]{4})(?![0-9]))?`,
    `(?<![a-z])${MONTH} ${DAY}(?![0-9a-z])(?:,? ([0-9]{4})(?![0-9]))?`,
    `(?<![a-z])${MONTH},? ([0-9]{4})(?![0-9])`,
    "(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9a-z])",
  ].join("|"), "gu");
  const NUMBER = new RegExp([
    "(?<![0-9a-z.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.]([0-9]+))?"
      + "(?: ?(百万|千万|万亿|[十百千万亿])| (thousand|million|billion|trillion)(?![a-z]))?"
      + "( ?%| ?percent| per cent)?(?![0-9a-z])",
    "百分之([〇零一二两三四五六七八九十百点]+)",
    "([〇零一二两三四五六七八九十百千万亿]{2,14})",
  ].join("|"), "gu");
  const ZEROS = {
    十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 百万: 6, 千万: 7, 万亿: 12,
    thousand: 3, million: 6, billion: 9, trillion: 12,
  };
  const VALUES = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
  const ONE = "([一二两三四五六七八九])";
  const UP_TO_9999 = new RegExp(`^(?:${ONE}千)?零?(?:${ONE}百)?零?(?:${ONE}?(十))?零?${ONE}?$`, "u");
  const two = (number) => String(number).padStart(2, "0");

  function dates(text) {
    const found = [];
    for (const match of text.matchAll(DATE)) {
      const keys = dateKeys(...dateParts(match));
      if (keys.length) found.push({ start: match.index, end: match.index + match[0].length, keys });
    }
    return found;
  }

  // Year, month and day, each 0 where it is not named.
  function dateParts(found) {
    if (found[2]) return [small(found[1]), small(found[2]), small(found[3])];
    if (found[4]) return [Number(found[4]), Number(found[6]), Number(found[7] ?? 0)];
    if (found[9]) return [Number(found[10] ?? 0), month(found[9]), Number(found[8])];
    if (found[11]) return [Number(found[13] ?? 0), month(found[11]), Number(found[12])];
    if (found[14]) return [Number(found[15]), month(found[14]), 0];
    return [Number(found[16]), Number(found[17]), Number(found[18])];
  }

  function small(text) {
    if (!text || /^[0-9]+$/.test(text)) return Number(text || 0);
    if (text.length === 4) return Number(Array.from(text, (sign) => VALUES[sign]).join(""));
    return hanNumber(text) ?? 0;
  }

  const month = (name) => MONTHS.indexOf(name.slice(0, 3)) + 1;

  function dateKeys(year, number, day) {
    const known = year >= 1900 && year <= 2099;
    if (number < 1 || number > 12 || day > 31 || !(known || (year === 0 && day > 0))) return [];
    const anyYear = day ? [`@--${two(number)}-${two(day)}`] : [];
    if (!year) return anyYear;
    const whole = day ? [`@${year}-${two(number)}-${two(day)}`] : [];
    return [...whole, `@${year}-${two(number)}`, ...anyYear];
  }

  function numbers(text) {
    const found = [];
    for (const match of text.matchAll(NUMBER)) {
      const value = number(match);
      if (value.length > 1) found.push({ start: match.index, end: match.index + match[0].length, key: `#${value}` });
    }
    return found;
  }

  function number([, whole, fraction = "", unit, english, percent, ofHundred, chinese]) {
    if (whole) {
      return shifted(whole.replaceAll(",", ""), fraction, ZEROS[unit ?? english] ?? 0) + (percent ? "%" : "");
    }
    if (ofHundred) {
      const value = decimal(ofHundred);
      return value && `${value}%`;
    }
    return String(hanNumber(chinese) ?? "");
  }

  // A decimal number times a power of ten, without needless zeros.
  function shifted(whole, fraction, zeros) {
    const digits = fraction.padEnd(zeros, "0");
    const number = (whole + digits.slice(0, zeros)).replace(/^0+/, "") || "0";
    const rest = digits.slice(zeros).replace(/0+$/, "");
    return number.slice(0, 24) + (rest && `.${rest.slice(0, 12)}`);
  }

  function decimal(text) {
    const at = text.indexOf("点");
    const whole = hanNumber(at < 0 ? text : text.slice(0, at));
    const after = at < 0 ? [] : Array.from(text.slice(at + 1));
    if (whole === null || !after.every((sign) => sign in VALUES)) return "";
    return shifted(String(whole), after.map((sign) => VALUES[sign]).join(""), 0);
  }

  function hanNumber(text) {
    if (text && Array.from(text).every((sign) => sign in VALUES)) {
      return Number(Array.from(text, (sign) => VALUES[sign]).join(""));
    }
    const parts = /^(?:(.*?)亿)?(?:(.*?)万)?(.*)$/s.exec(text).slice(1);
    let total = 0;
    for (const [at, part] of parts.entries()) {
      const value = part === undefined || (part === "" && at === 2) ? 0 : belowTenThousand(part);
      if (value === null) return null;
      total += value * [1e8, 1e4, 1][at];
    }
    return total || null;
  }

  function belowTenThousand(text) {
    const match = text && UP_TO_9999.exec(text);
    if (!match) return null;
    const [, thousands, hundreds, tens, ten, ones] = match;
    const value = (sign) => VALUES[sign] ?? 0;
    return 1000 * value(thousands) + 100 * value(hundreds) + (ten ? 10 * value(tens ?? "一") : 0) + value(ones);
  }

  atlas.give("assets/search-figures", { dates, numbers });
})();
