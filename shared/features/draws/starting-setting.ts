import type { DrawSetting } from './schemas.ts';

interface Start {
  readonly taskId: number;
  readonly isRehearsal: boolean;
  /** Of the office's policy pack; null where it has none. */
  readonly ratios: DrawSetting['ratios'] | null;
  readonly leastOfficers: number;
  readonly jointDepartments: readonly string[];
}

/** What a draw's setting is before the operator changes it, and what the pool of a task is shown for. */
export function startingSetting({ taskId, isRehearsal, ratios, leastOfficers, jointDepartments }: Start): DrawSetting {
  return {
    taskId,
    isRehearsal,
    mode: 'sample',
    batchSize: 20,
    quota: 'plain',
    ratios: ratios ?? { A: 500, B: 1_000, C: 2_000, D: 10_000 },
    must: [],
    mustGround: '',
    exclude: [],
    leadSeats: leastOfficers,
    jointDepartments: [...jointDepartments],
    scope: '',
    officerCap: 30,
    leaves: 'any',
  };
}
