import type { DossierLack } from './refusals.ts';

interface Inspected {
  readonly noticeNumber: string | null;
  readonly state: string;
  readonly correction: string | null;
}

/** What a dossier still lacks before it can be filed: inspected but unpublished is unfinished (细则 第十三条). */
export function lacksOf({ noticeNumber, state, correction }: Inspected): readonly DossierLack[] {
  const lacks: DossierLack[] = [];
  if (noticeNumber === null) lacks.push('NOTICE');
  if (state === 'open') lacks.push('RESULT');
  if (state !== 'published') lacks.push('PUBLICATION');
  if (correction !== null) lacks.push('CORRECTION_PENDING');
  return lacks;
}
