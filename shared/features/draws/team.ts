import { fitsSeat } from './assign.ts';
import type { SeatSpec } from './plan-file.ts';
import type { ListedOfficer } from './roster-files.ts';
import type { DrawSetting } from './schemas.ts';

/** An officer of the roster; `bars` say why he takes no part. */
export interface RosterOfficer extends Omit<ListedOfficer, 'cap'> {
  readonly bars: readonly string[];
}

/** The seats of the leading department; the first leads the group (第九条: 选定1人为组长). */
export function leadTeam({ leadSeats, scope }: Pick<DrawSetting, 'leadSeats' | 'scope'>, dept: string): SeatSpec[] {
  const member = scope === '' ? { dept } : { dept, qual: scope };
  return Array.from({ length: leadSeats }, (_, k) => (k === 0 ? { ...member, leader: true } : member));
}

/** The seats of the departments that take part, one each. */
export function jointSeats({ jointDepartments }: Pick<DrawSetting, 'jointDepartments'>): SeatSpec[] {
  return jointDepartments.map((dept) => ({ dept }));
}

/** All seats at one object, in order; a 批次顺序 has none. */
export function teamOf(setting: DrawSetting, leadDepartment: string): SeatSpec[] {
  return setting.mode === 'batch' ? [] : [...leadTeam(setting, leadDepartment), ...jointSeats(setting)];
}

/** The officers whom nothing bars and who fit a seat of the team, as officers.tsv lists them. */
export function takingPart(
  officers: readonly RosterOfficer[],
  setting: Pick<DrawSetting, 'officerCap' | 'scope'>,
  team: readonly SeatSpec[],
): ListedOfficer[] {
  return officers
    .filter(({ bars }) => bars.length === 0)
    .map((officer) => listed(officer, setting))
    .filter((officer) => team.some((seat) => fitsSeat(officer, seat)));
}

/** Those who take no part, with every reason in words: what bars them, and why no seat is theirs. */
export function notTakingPart(
  officers: readonly RosterOfficer[],
  setting: Pick<DrawSetting, 'officerCap' | 'scope'>,
  team: readonly SeatSpec[],
): RosterOfficer[] {
  return officers.flatMap((officer) => {
    const misfit = misfitOf(listed(officer, setting), team);
    const bars = misfit === null ? officer.bars : [...officer.bars, misfit];
    return bars.length === 0 ? [] : [{ ...officer, bars }];
  });
}

function listed(officer: RosterOfficer, { officerCap, scope }: Pick<DrawSetting, 'officerCap' | 'scope'>) {
  const { bars: _bars, ...rest } = officer;
  // An officer without scopes may do every item (细则 第七条).
  const scopes = scope !== '' && officer.scopes.length === 0 ? [scope] : officer.scopes;
  return { ...rest, scopes, cap: officerCap };
}

/** Why no seat of the team is the officer's; null where one is. */
function misfitOf(officer: ListedOfficer, team: readonly SeatSpec[]): string | null {
  if (team.length === 0 || team.some((seat) => fitsSeat(officer, seat))) return null;
  const own = team.filter(({ dept }) => !dept || dept === officer.department);
  if (own.length === 0) return `所在部门“${officer.department}”不在检查组内`;
  const scope = own.find(({ qual }) => qual && !officer.scopes.includes(qual))?.qual;
  return scope === undefined ? '不具备组长资格，而本部门只有组长席位' : `事项范围不含“${scope}”`;
}
