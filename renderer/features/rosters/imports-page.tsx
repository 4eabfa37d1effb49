import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useBarred } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJob } from '../../api/use-job.ts';
import { JobBar } from '../../ui/job-bar.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { UploadBox } from '../../ui/upload-box.tsx';
import { BatchTable } from './batch-table.tsx';
import { StagePreview } from './stage-preview.tsx';

const operator = ['operator'] as const;

/** 名录 → 导入: choose a file, look at every problem, confirm; below, what was imported, to be undone by batch. */
export function ImportsPage() {
  const { stage } = useSearch({ strict: false }) as { stage?: string };
  const navigate = useNavigate();
  const show = (id: number | null) =>
    void navigate({ to: '/rosters/imports', search: id === null ? {} : { stage: String(id) } });
  const stageId = Number(stage);

  if (Number.isInteger(stageId) && stageId > 0) {
    return <StagePreview key={stageId} id={stageId} onLeave={() => show(null)} />;
  }
  return (
    <>
      <PageHead title="导入名录" note="先检查、后写入：所有问题按表、行、列列出，确认后一次写入，可以整批撤销。" />
      <div className="field-grid">
        <ImportBox
          kind="objects"
          title="检查对象名录"
          note="细则第六条。表头可以调整次序，名称和代码两列必须有。"
          onChecked={show}
        />
        <ImportBox
          kind="officers"
          title="执法检查人员名录"
          note="细则第七条。含“回避关系”表；请先导入检查对象名录。"
          onChecked={show}
        />
      </div>
      <section className="drawer-part">
        <h2>导入记录</h2>
        <BatchTable />
      </section>
    </>
  );
}

interface ImportBoxProps {
  readonly kind: 'objects' | 'officers';
  readonly title: string;
  readonly note: string;
  readonly onChecked: (stageId: number) => void;
}

function ImportBox({ kind, title, note, onChecked }: ImportBoxProps) {
  const files = useFiles();
  const barred = useBarred(operator);
  const [jobId, setJobId] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const job = useJob(jobId, (outcome) => {
    if (outcome.ok) onChecked((outcome.value as { stageId: number }).stageId);
    else setRefusal(sentenceOf(outcome));
  });
  const isChecking = job?.state === 'running';

  async function check(file: File): Promise<void> {
    setRefusal(null);
    const started = await files.upload(`rosters/${kind}`, file);
    if (started !== null) setJobId(started.jobId);
  }

  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{note}</p>
      <p>
        <Button onClick={() => void files.download(`rosters/${kind}-template.xlsx`)}>下载模板</Button>
      </p>
      {barred === null ? (
        <div>
          <UploadBox
            label={`${title}（.xlsx）`}
            hint="也可以用.csv（UTF-8或GB 18030）。别处的表也可以用，各列可以逐一对应。"
            accept=".xlsx,.csv"
            isBusy={isChecking}
            onFile={(file) => void check(file)}
          />
        </div>
      ) : (
        <p className="quiet">{barred}</p>
      )}
      {job?.state === 'running' && <JobBar label="正在检查" job={job} />}
      {refusal !== null && <Alert className="form-refusal" type="error" showIcon title={refusal} />}
    </section>
  );
}
