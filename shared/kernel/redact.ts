/** What is shown where a person's own data must not be: phone and identity numbers never leave the office whole. */

const ID_CARD = /(?<![0-9A-Z])\d{17}[\dXx](?![0-9A-Z])/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3})([-\u2010-\u2015 ]?)(\d{7,8})(?!\d)/g;

/** `13800001234` → `138****1234`; a landline keeps its area code and last two digits; anything else keeps its last two characters. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const landline = /^(0\d{2,3}[- ]?)(\d{7,8})$/.exec(phone);
  if (landline !== null) return `${landline[1]}${hideAllBut(landline[2] ?? '', 0, 2)}`;
  return hideAllBut(phone, 0, 2);
}

/** Keeps the first three and the last two characters: neither birth date nor the whole area code remains. */
export function maskIdCard(number: string): string {
  return hideAllBut(number, 3, 2);
}

/**
 * Free text for publication with phone and identity numbers masked wherever they stand. Codes of 18 characters that
 * are the object's own 统一社会信用代码 are public and passed in `keep`, so that an all-digit one is not taken for a person's.
 */
export function redactText(text: string, keep: readonly string[] = []): string {
  return text
    .replace(ID_CARD, (number) => (keep.includes(number) ? number : maskIdCard(number)))
    .replace(MOBILE, maskPhone)
    .replace(LANDLINE, (_, area: string, dash: string, number: string) => area + dash + hideAllBut(number, 0, 2));
}

/** `张三丰` → `张某某`: a person in what is handed out (陈巴尔虎旗方案 第11项, 脱敏). A name already hidden stays. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  return first + rest.map((character) => (/[\p{L}\p{N}]/u.test(character) ? '某' : character)).join('');
}

/** The same wherever these names stand in a text, the longest first. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => Array.from(name).length > 1)
    .toSorted((one, other) => other.length - one.length)
    .reduce((kept, name) => kept.replaceAll(name, maskName(name)), text);
}

function hideAllBut(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  // A text too short to hide anything in is hidden whole.
  if (characters.length <= first + last) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - first - last);
  return characters.slice(0, first).join('') + hidden + characters.slice(characters.length - last).join('');
}
