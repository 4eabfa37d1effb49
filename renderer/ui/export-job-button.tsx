import { Button } from 'antd';
import type { CommandOutcome } from '../api/use-command.ts';
import { useExportJob } from './use-export-job.ts';

interface ExportJobButtonProps {
  /** Whose exports the file is fetched from. */
  readonly feature: string;
  /** How many the filter keeps; nothing is exported of none. */
  readonly count: number;
  /** Starts the job of the program that writes the workbook. */
  readonly start: () => Promise<CommandOutcome<{ readonly jobId: number }>>;
  readonly label?: string;
}

/** 导出 of what a list keeps, as a job: how far it is stands on the button, and the file is saved at its end. */
export function ExportJobButton({ feature, count, start, label = '导出' }: ExportJobButtonProps) {
  const { isRunning, job, follow } = useExportJob(feature);
  async function run(): Promise<void> {
    const outcome = await start();
    if (outcome.ok) follow(outcome.value.jobId);
  }
  return (
    <Button disabled={count === 0} loading={isRunning} onClick={() => void run()}>
      {isRunning && job !== null && job.total > 0 ? `正在导出 ${job.done}/${job.total}` : label}
    </Button>
  );
}
