import type { Result } from '../../kernel/result.ts';
import { done, type Refusal, refuse } from '../../kernel/result.ts';

export const FEWEST_WITNESSES = 2;
export const FEWEST_DIGITS = 20;

/** How digits come in: typed by the witness himself at the operator's keyboard, or read out from his card and typed for him. */
export const takingWays = { own: '亲自录入', read: '宣读代录' } as const;
export type TakingWay = keyof typeof takingWays;

/** Digits as a witness announced them; `normalised` says that full-width digits were turned into ASCII. */
export interface Announced {
  readonly digits: string;
  readonly normalised: boolean;
}

export type DigitsRefusal =
  | Refusal<'NOT_A_DIGIT', { readonly character: string; readonly position: number }>
  | Refusal<'DIGIT_COUNT', { readonly expected: number; readonly found: number }>;

const FULL_WIDTH_ZERO = 0xff10;

/** Reads what was typed for one witness. Positions count from 1. Letters, spaces and digits of other scripts are refused. */
export function readAnnounced(typed: string, expected: number): Result<Announced, DigitsRefusal> {
  const characters = [...typed];
  const digits = characters.map(asciiDigit);
  const wrong = digits.indexOf(undefined);
  if (wrong >= 0) return refuse('NOT_A_DIGIT', { character: characters[wrong]!, position: wrong + 1 });
  if (digits.length !== expected) return refuse('DIGIT_COUNT', { expected, found: digits.length });
  const text = digits.join('');
  return done({ digits: text, normalised: text !== typed });
}

/** Whether so many digits from so many witnesses may make a seed: two witnesses at least, 20 digits in total. */
export function enoughDigits(counts: readonly number[]): boolean {
  return counts.length >= FEWEST_WITNESSES && counts.reduce((sum, count) => sum + count, 0) >= FEWEST_DIGITS;
}

function asciiDigit(character: string): string | undefined {
  if (/^[0-9]$/.test(character)) return character;
  const value = character.charCodeAt(0) - FULL_WIDTH_ZERO;
  return value >= 0 && value <= 9 ? String(value) : undefined;
}
