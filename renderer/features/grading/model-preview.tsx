import { useEffect, useEffectEvent, useState } from 'react';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { useJob } from '../../api/use-job.ts';
import { JobBar } from '../../ui/job-bar.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useStartTrial } from './models.queries.ts';
import { TrialResult } from './trial-result.tsx';

/** 全部企业试算, made anew a moment after each change: how many enterprises each grade has now and would have. Nothing is written. */
export function ModelPreview({ model }: { readonly model: IndicatorModel }) {
  const settled = useSettled(model, 800);
  const start = useStartTrial();
  const [jobId, setJobId] = useState<number | null>(null);
  const [trialId, setTrialId] = useState<number | null>(null);
  const begin = useEffectEvent(async (tried: IndicatorModel) => {
    const started = await start.run({ model: tried });
    if (started.ok) setJobId(started.value.jobId);
  });
  const key = JSON.stringify(settled);
  useEffect(() => {
    void begin(JSON.parse(key) as IndicatorModel);
  }, [key]);
  const job = useJob(jobId, (outcome) => {
    if (outcome.ok) setTrialId((outcome.value as { trialId: number }).trialId);
  });
  return (
    <>
      <p className="quiet">
        按名录中全部企业今天的记录，用现行规则包和改动后的模型各算一遍。只是试算，不改动任何等级；人工调整的等级不计在内。
      </p>
      {job?.state === 'running' && <JobBar label="正在试算" job={job} />}
      {trialId !== null && <TrialResult trialId={trialId} />}
    </>
  );
}
