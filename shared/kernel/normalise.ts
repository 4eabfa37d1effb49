import { groupedBy } from './grouped.ts';

/**
 * Texts as people type them. What was typed is kept; comparison goes over a key made here.
 * Full-width forms, odd spaces and the several middle dots of the same name count as equal.
 */

/** U+FF01–U+FF5E are the full-width twins of U+0021–U+007E, at this distance. */
const FULL_WIDTH_OFFSET = 0xfee0;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Every blank a spreadsheet leaves behind, the ideographic and the no-break one included. */
const BLANKS = /[\s\u00a0\u3000\ufeff]+/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;
/** Middle dots in names: U+00B7, bullet, katakana dot, half-width katakana dot, hyphenation point, bullet operator, dot operator. */
const MIDDLE_DOTS = /[\u00b7\u2022\u30fb\uff65\u2027\u2219\u22c5]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe63]/g;

/** Full-width letters, digits and signs to their ASCII twins, one character for one; everything else stays. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

/** What is stored: invisible characters gone, blanks at the ends gone, inner runs of blanks one space. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** The same for texts of several lines: each line tidied, empty ones at both ends gone. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map(tidy)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** All blanks and invisible characters gone. */
export function withoutBlanks(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANKS, '');
}

/** Key under which two names are the same name: width, case, blanks, brackets, dots and dashes do not count. */
export function nameKey(name: string): string {
  return toHalfWidth(withoutBlanks(name)).replace(MIDDLE_DOTS, '·').replace(DASHES, '-').toUpperCase();
}

export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** Those of one name together, under its key, in the given order. */
export function byNameKey<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return groupedBy(all, (one) => nameKey(nameOf(one)));
}
