import { fitsSeat } from '../../shared/features/draws/assign.ts';
import { readPlan, type SeatSpec, seatsAt } from '../../shared/features/draws/plan-file.ts';
import { FILE_NAMES } from '../../shared/features/draws/read-draw.ts';
import { type ListedOfficer, readOfficers, readRecusals } from '../../shared/features/draws/roster-files.ts';
import type { DrawnTeam } from '../../shared/features/statistics/officer-chances.ts';
import type { SeatedObject } from '../features/statistics/statistics.repo.ts';

/** The teams of a draw with who could have sat where, from the frozen files of the stage that holds. Empty where a file does not read. */
export function drawnTeams(
  files: ReadonlyMap<string, string>,
  stage: number,
  objects: readonly SeatedObject[],
  lists: CandidateLists,
): readonly DrawnTeam[] {
  const text = (name: string) => files.get(name) ?? '';
  const plan = readPlan(FILE_NAMES.plan, text(FILE_NAMES.plan));
  const officers = readOfficers(FILE_NAMES.officers(stage), text(FILE_NAMES.officers(stage)));
  const recusals = readRecusals(FILE_NAMES.recusals(stage), text(FILE_NAMES.recusals(stage)));
  if (!plan.ok || !officers.ok || !recusals.ok) return [];
  const recused = new Map<string, Set<string>>();
  for (const { officer, object } of recusals.value) {
    recused.set(object, (recused.get(object) ?? new Set<string>()).add(officer));
  }
  const candidates = candidatesOf(officers.value, lists);
  return objects.map(({ code, stratum, team }) => {
    const barred = recused.get(code);
    return seatsAt(plan.value, stratum).flatMap((spec, seat) => {
      const officer = team[seat];
      return officer === undefined ? [] : [{ officer, eligible: candidates(spec, barred) }];
    });
  });
}

/** Lists of candidates by their codes: draws with the same candidates share one, and are counted together. */
export type CandidateLists = Map<string, readonly string[]>;

/** Who fits a seat; the same list for the same demand. */
function candidatesOf(officers: readonly ListedOfficer[], lists: CandidateLists) {
  const known = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]) => {
    const key = list.join();
    if (!lists.has(key)) lists.set(key, list);
    return lists.get(key) ?? list;
  };
  return (spec: SeatSpec, barred: ReadonlySet<string> | undefined): readonly string[] => {
    const key = JSON.stringify([spec.dept ?? '', spec.leader ?? false, spec.qual ?? '', ...(barred ?? [])]);
    const list =
      known.get(key) ??
      shared(officers.filter((one) => fitsSeat(one, spec) && barred?.has(one.id) !== true).map(({ id }) => id));
    known.set(key, list);
    return list;
  };
}
