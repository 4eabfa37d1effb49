import { toHalfWidth, withoutBlanks } from './normalise.ts';

/** Fen of an amount as people write it in yuan: `12,345.60`, `500元`, `1.5万元`; null where it cannot be read or has parts of a fen. */
export function fenIn(typed: string): number | null {
  const text = toHalfWidth(withoutBlanks(typed)).replace(/^[¥￥]|人民币/g, '');
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万)?元?$/.exec(text);
  if (parts === null) return null;
  const [, whole = '', fraction = '', wan] = parts;
  // Places behind the yuan: two are fen, six in 万元.
  const places = wan === undefined ? 2 : 6;
  if (fraction.replace(/0+$/, '').length > places) return null;
  const fen = Number(`${whole.replaceAll(',', '')}${fraction.slice(0, places).padEnd(places, '0')}`);
  return Number.isSafeInteger(fen) ? fen : null;
}

/** `12,345.60`; whole yuan without decimals. */
export function yuanText(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}
