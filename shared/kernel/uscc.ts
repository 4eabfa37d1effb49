import { toHalfWidth, withoutBlanks } from './normalise.ts';

/** 统一社会信用代码, GB 32100-2015: no I, O, S, V, Z. A character's value is its place here. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
/** 3^(i-1) mod 31 for the first 17 places (GB 32100-2015, 5.6). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 组织机构代码 inside, places 9–17; GB 11714 counts letters A=10 … Z=35. */
const ORGANISATION_START = 8;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_CHARSET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Something odd about a code. Codes in use fail the check digits now and then: warn, never refuse. `position` counts from 1. */
export type UsccFinding =
  | { readonly code: 'USCC_LENGTH'; readonly length: number }
  | { readonly code: 'USCC_CHARACTER'; readonly position: number; readonly character: string }
  | { readonly code: 'USCC_CHECK_DIGIT'; readonly expected: string; readonly found: string }
  | { readonly code: 'USCC_ORGANISATION_DIGIT'; readonly expected: string; readonly found: string };

/** The code as it should have been typed: half width, upper case, no blanks. Nothing else is mended. */
export function normaliseUscc(typed: string): string {
  return toHalfWidth(withoutBlanks(typed)).toUpperCase();
}

/** What is odd about a normalised code, in reading order; empty = in order. Wrong length or characters end the check. */
export function checkUscc(code: string): readonly UsccFinding[] {
  const characters = Array.from(code);
  if (characters.length !== LENGTH) return [{ code: 'USCC_LENGTH', length: characters.length }];
  const wrong = characters.flatMap((character, index): UsccFinding[] =>
    CHARSET.includes(character) ? [] : [{ code: 'USCC_CHARACTER', position: index + 1, character }],
  );
  if (wrong.length > 0) return wrong;
  const findings: UsccFinding[] = [];
  const organisation = organisationDigit(code.slice(ORGANISATION_START, ORGANISATION_START + 8));
  if (organisation !== code.charAt(16)) {
    findings.push({ code: 'USCC_ORGANISATION_DIGIT', expected: organisation, found: code.charAt(16) });
  }
  const last = checkDigit(code.slice(0, 17));
  if (last !== code.charAt(17)) findings.push({ code: 'USCC_CHECK_DIGIT', expected: last, found: code.charAt(17) });
  return findings;
}

/**
 * A made-up code that passes both check digits, for samples: `prefix` = the first 8 places (登记管理部门, 机构类别, 行政区划),
 * `n` the running number written as the organisation code. Throws on a prefix or number that cannot stand in a code.
 */
export function makeUscc(prefix: string, n: number): string {
  if (prefix.length !== ORGANISATION_START || Array.from(prefix).some((char) => !CHARSET.includes(char))) {
    throw new RangeError(`prefix of a code must be 8 characters of its charset: ${prefix}`);
  }
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) throw new RangeError(`running number out of range: ${n}`);
  const organisation = String(n).padStart(8, '0');
  const body = prefix + organisation + organisationDigit(organisation);
  return body + checkDigit(body);
}

function checkDigit(first17: string): string {
  const sum = weighted(first17, CHARSET, WEIGHTS);
  return CHARSET.charAt((31 - (sum % 31)) % 31);
}

function organisationDigit(first8: string): string {
  const check = 11 - (weighted(first8, ORGANISATION_CHARSET, ORGANISATION_WEIGHTS) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function weighted(text: string, charset: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * charset.indexOf(text.charAt(index)), 0);
}
