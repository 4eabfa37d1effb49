/** Spaces that may stand before a formula sign: Unicode spaces, zero-width marks, control characters except line ends. */
const LEADING =
  '[\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]*';
/** `= + - @`, their full-width, small, superscript and subscript forms, the minus sign, and heavy plus and minus. */
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−➕➖]';
const DANGEROUS = new RegExp(`^${LEADING}${SIGN}`, 'u');
const GUARDED = new RegExp(`^'+${LEADING}${SIGN}`, 'u');
const LINE_END = /(\r\n|[\r\n\v\f\u0085\u2028\u2029])/;

/** True when an office program could take the text, or one of its lines, for a formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) || text.split(LINE_END).some((line) => DANGEROUS.test(line));
}

/** The text with an apostrophe before each line that could be taken for a formula; other text is returned as it is. */
export function guardText(text: string): string {
  if (!looksLikeFormula(text)) return text;
  const guarded = text
    .split(LINE_END)
    .map((line) => (DANGEROUS.test(line) ? `'${line}` : line))
    .join('');
  return /^[\t\r\n]/.test(guarded) ? `'${guarded}` : guarded;
}

/** Lines that look guarded although they are not get one more apostrophe, so that `unguardText` finds what was there. */
export function keepApostrophes(text: string): string {
  return byLine(text, (line) => (GUARDED.test(line) ? `'${line}` : line));
}

/** The text as it was before `keepApostrophes` and `guardText`. */
export function unguardText(text: string): string {
  return byLine(text, (line) => (GUARDED.test(line) ? line.slice(1) : line));
}

function byLine(text: string, change: (line: string) => string): string {
  return text.split(LINE_END).map(change).join('');
}
