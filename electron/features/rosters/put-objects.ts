import type { ObjectDraft } from '../../../shared/features/rosters/check-objects.ts';
import type { Cause } from './changes.repo.ts';
import type { RostersRepo } from './rosters.repo.ts';

/** Writes one good row of an import with its history; an unchanged entry is left alone. */
export function putObject(rosters: RostersRepo, draft: ObjectDraft, cause: Cause): void {
  const known = rosters.objectIdByAnyCode(draft.code);
  if (known === null) {
    const id = rosters.insertObject(draft, cause.at);
    rosters.changes.record('object', id, draft.name, [null, draft], cause);
    return;
  }
  const before = rosters.objectEntry(known);
  if (rosters.changes.record('object', known, draft.name, [before, draft], cause)) {
    rosters.updateObject(known, draft, cause.at);
  }
}
