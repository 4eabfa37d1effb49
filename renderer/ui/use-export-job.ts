import { useState } from 'react';
import { useFiles } from '../api/use-files.ts';
import { useJob } from '../api/use-job.ts';

/** Follows an export of a feature: when its job has ended well, the file is saved. The bar stands under 任务进度 as well. */
export function useExportJob(feature: string) {
  const files = useFiles();
  const [jobId, setJobId] = useState<number | null>(null);
  const job = useJob(jobId, (outcome) => {
    setJobId(null);
    if (!outcome.ok) return;
    const { exportId } = outcome.value as { exportId: number };
    void files.download(`${feature}/exports/${exportId}`);
  });
  return { isRunning: jobId !== null, job, follow: setJobId };
}
