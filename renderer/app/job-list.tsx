import { Button, Popover, Progress } from 'antd';
import { sentenceOf, type WireRefusal } from '../api/messages.zh-CN.ts';
import { useCancelJob, useJobs } from '../api/use-job.ts';
import { minuteText } from '../ui/when.ts';

/** 任务进度: the signed-in person's long work; it goes on when its page is left. */
export function JobList() {
  const jobs = useJobs().data ?? [];
  const cancel = useCancelJob();
  const running = jobs.filter((job) => job.state === 'running').length;
  if (jobs.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ul className="job-list">
          {jobs.slice(0, 12).map((job) => (
            <li key={job.id}>
              <div>
                <b>{job.title}</b> <span className="quiet">{minuteText(job.startedAt)}</span>
              </div>
              {job.state === 'running' ? (
                <div className="job-bar">
                  <Progress
                    percent={job.total === 0 ? 0 : Math.floor((job.done * 100) / job.total)}
                    format={() => (job.total === 0 ? '进行中' : `${job.done}/${job.total}${timeLeft(job)}`)}
                  />
                  <Button size="small" onClick={() => void cancel.run({ id: job.id })}>
                    取消
                  </Button>
                </div>
              ) : (
                <div className="quiet">{endText(job.state, job.outcome as WireRefusal | null)}</div>
              )}
            </li>
          ))}
        </ul>
      }
    >
      <Button type="text">{running === 0 ? '任务进度' : `任务进度（${running}）`}</Button>
    </Popover>
  );
}

/** How long it may still take, from how long it took so far. */
function timeLeft({ startedAt, done, total }: { startedAt: string; done: number; total: number }): string {
  if (done === 0 || done >= total) return '';
  const seconds = Math.ceil(((Date.now() - Date.parse(startedAt)) / 1_000 / done) * (total - done));
  return seconds < 60 ? `，约剩${seconds}秒` : `，约剩${Math.ceil(seconds / 60)}分钟`;
}

function endText(state: string, outcome: WireRefusal | null): string {
  if (state === 'done') return '已完成';
  if (state === 'cancelled') return '已取消';
  if (state === 'refused' && outcome !== null) return sentenceOf(outcome);
  return '程序出错，未作任何改动。';
}
