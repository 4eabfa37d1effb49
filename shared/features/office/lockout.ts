const allowedFailures = 5;
const minutes = [5, 15, 60] as const;

/** Minutes an account is locked after its n-th failure in a row: none before the fifth, then 5, 15, 60 at every further one. */
export function lockMinutesAfter(failures: number): number {
  if (failures < allowedFailures) return 0;
  return minutes[Math.min(failures - allowedFailures, minutes.length - 1)] ?? 60;
}
