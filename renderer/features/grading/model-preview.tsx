import { useEffect, useEffectEvent } from 'react';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { JobBar } from '../../ui/job-bar.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useTrialJob } from './models.queries.ts';
import { TrialResult } from './trial-result.tsx';

/** 全部企业试算, made anew a moment after each change: how many enterprises each grade has now and would have. Nothing is written. */
export function ModelPreview({ model }: { readonly model: IndicatorModel }) {
  const settled = useSettled(model, 800);
  const { start, trialId, running } = useTrialJob();
  const begin = useEffectEvent((tried: IndicatorModel) => void start({ model: tried }));
  const key = JSON.stringify(settled);
  useEffect(() => begin(JSON.parse(key) as IndicatorModel), [key]);
  return (
    <>
      <p className="quiet">
        按名录中全部企业今天的记录，用现行规则包和改动后的模型各算一遍。只是试算，不改动任何等级；人工调整的等级不计在内。
      </p>
      {running !== null && <JobBar label="正在试算" job={running} />}
      {trialId !== null && <TrialResult trialId={trialId} />}
    </>
  );
}
