import { Button, Progress } from 'antd';
import { useCancelJob } from '../api/use-job.ts';

interface JobBarProps {
  /** What is being done, in words. */
  readonly label: string;
  readonly job: { readonly id: number; readonly done: number; readonly total: number };
}

/** A job in progress: the step in words, how far it is, and a way to stop it. */
export function JobBar({ label, job: { id, done, total } }: JobBarProps) {
  const cancel = useCancelJob();
  return (
    <div className="job-bar" role="status">
      <span className="job-bar-label">{label}</span>
      <Progress
        percent={total === 0 ? 100 : Math.floor((done * 100) / total)}
        status="active"
        showInfo={total > 0}
        format={() => `${done}/${total}`}
        aria-label={label}
      />
      <Button size="small" onClick={() => void cancel.run({ id })}>
        取消
      </Button>
    </div>
  );
}
