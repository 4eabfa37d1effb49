/** An expected refusal: a value, never thrown. Its Chinese sentence is in renderer/api/messages.zh-CN.ts, keyed by `code`. */
export interface Refusal<Code extends string = string, Details = unknown> {
  readonly ok: false;
  readonly code: Code;
  readonly details: Details;
}

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T, R extends Refusal = Refusal> = Done<T> | R;

/** The union of refusals of a map `{ CODE: details }`; each feature keeps such a map in its refusals.ts. */
export type RefusalOf<Map> = { [Code in keyof Map & string]: Refusal<Code, Map[Code]> }[keyof Map & string];

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): Refusal<Code, Record<never, never>>;
export function refuse<Code extends string, const Details>(code: Code, details: Details): Refusal<Code, Details>;
export function refuse<Code extends string>(code: Code, details: unknown = {}): Refusal<Code, unknown> {
  return { ok: false, code, details };
}
