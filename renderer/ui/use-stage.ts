import { useNavigate, useSearch } from '@tanstack/react-router';

/** The number of the upload being looked at, kept in the address so that going back leaves it. */
export function useStage(): readonly [stageId: number | null, show: (stageId: number | null) => void] {
  const { stage = '' } = useSearch({ strict: false }) as { stage?: string };
  const navigate = useNavigate();
  const show = (stageId: number | null) =>
    void navigate({ to: '.', search: stageId === null ? {} : { stage: String(stageId) } });
  return [/^[1-9]\d*$/.test(stage) ? Number(stage) : null, show];
}
