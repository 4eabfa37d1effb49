import type { DrawSetting } from '../../shared/features/draws/schemas.ts';

/** What the operator settles before freezing, as the sample office does it. */
export function settingOf(taskId: number, part: Partial<DrawSetting> = {}): DrawSetting {
  return {
    taskId,
    isRehearsal: false,
    mode: 'sample',
    batchSize: 25,
    quota: 'plain',
    ratios: { A: 500, B: 1_000, C: 2_000, D: 10_000 },
    must: [],
    mustGround: '重点企业一年内未检查',
    exclude: [],
    leadSeats: 2,
    jointDepartments: [],
    scope: '',
    officerCap: 30,
    leaves: 'any',
    ...part,
  };
}
