import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/messages.zh-CN.ts';
import { type Role, useBarred } from '../api/session.ts';
import { useFiles } from '../api/use-files.ts';
import { useCancelJob, useJob } from '../api/use-job.ts';
import { UploadBox } from './upload-box.tsx';

interface StagedUploadProps {
  /** The upload route; its job ends with `{ stageId }`. */
  readonly path: string;
  /** What else the upload has to be told. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly may: readonly Role[];
  /** What was read waits under this number to be looked at and confirmed. */
  readonly onStaged: (stageId: number) => void;
}

/** Takes a workbook and has it read; says why it could not be. */
export function StagedUpload({ path, headers, label, may, onStaged }: StagedUploadProps) {
  const files = useFiles();
  const cancel = useCancelJob();
  const barred = useBarred(may);
  const [jobId, setJobId] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const job = useJob(jobId, (outcome) => {
    if (outcome.ok) onStaged((outcome.value as { stageId: number }).stageId);
    else setRefusal(sentenceOf(outcome));
  });
  const isReading = job?.state === 'running';

  async function read(file: File): Promise<void> {
    setRefusal(null);
    const started = await files.upload(path, file, headers);
    if (started !== null) setJobId(started.jobId);
  }

  if (barred !== null) return <p className="quiet">{barred}</p>;
  return (
    <>
      <UploadBox label={label} accept=".xlsx,.csv" isBusy={isReading} onFile={(file) => void read(file)} />
      {isReading && (
        <div className="job-bar">
          <Progress percent={100} status="active" showInfo={false} aria-label="正在读取" />
          <Button size="small" onClick={() => void cancel.run({ id: job.id })}>
            取消
          </Button>
        </div>
      )}
      {job?.state === 'failed' && (
        <Alert
          className="form-refusal"
          type="error"
          showIcon
          title="读取时出错，未作任何改动。请重试；仍不行时请联系管理员。"
        />
      )}
      {refusal !== null && <Alert className="form-refusal" type="error" showIcon title={refusal} />}
    </>
  );
}
