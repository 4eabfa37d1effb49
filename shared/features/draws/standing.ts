import type { DrawView } from './views.ts';

/** An object that is inspected as the draw stands now: drawn, or standing in for one that was. */
export interface StandingObject {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  readonly isMust: boolean;
}

/** Drawn and not replaced, or come in and not replaced since; in meeting order, substitutes last. */
export function standingObjects({ drawn, substitutions }: Pick<DrawView, 'drawn' | 'substitutions'>): StandingObject[] {
  const out = new Set(substitutions.map(({ outId }) => outId));
  return [
    ...drawn.map(({ kind, ...one }) => ({ ...one, isMust: kind === '必检' })),
    ...substitutions.flatMap(({ inId, inCode, inName, stratum }) =>
      inId === null ? [] : [{ objectId: inId, code: inCode ?? '', name: inName ?? '', stratum, isMust: false }],
    ),
  ]
    .filter(({ objectId }) => !out.has(objectId))
    .map(({ objectId, code, name, stratum, isMust }) => ({ objectId, code, name, stratum, isMust }));
}
