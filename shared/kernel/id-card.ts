import { isLocalDate } from './local-date.ts';
import { toHalfWidth, withoutBlanks } from './normalise.ts';

/** 公民身份号码, GB 11643-1999: 2^(18-i) mod 11 for the first 17 places, and the check character of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const SHAPE = /^\d{17}[\dX]$/;

/** Something odd about a number: warn, never refuse. */
export type IdCardFinding =
  | { readonly code: 'ID_CARD_SHAPE' }
  | { readonly code: 'ID_CARD_BIRTH_DATE'; readonly found: string }
  | { readonly code: 'ID_CARD_CHECK_DIGIT'; readonly expected: string; readonly found: string };

/** The number as it should have been typed: half width, upper-case X, no blanks. */
export function normaliseIdCard(typed: string): string {
  return toHalfWidth(withoutBlanks(typed)).toUpperCase();
}

/** What is odd about a normalised number; empty = in order. */
export function checkIdCard(number: string): readonly IdCardFinding[] {
  if (!SHAPE.test(number)) return [{ code: 'ID_CARD_SHAPE' }];
  const findings: IdCardFinding[] = [];
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isLocalDate(born)) findings.push({ code: 'ID_CARD_BIRTH_DATE', found: born });
  const expected = idCardCheckCharacter(number.slice(0, 17));
  if (expected !== number.charAt(17)) {
    findings.push({ code: 'ID_CARD_CHECK_DIGIT', expected, found: number.charAt(17) });
  }
  return findings;
}

/** The 18th character that belongs to 17 digits. */
export function idCardCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
