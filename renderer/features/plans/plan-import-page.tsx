import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, InputNumber, Progress, Space } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJob } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { UploadBox } from '../../ui/upload-box.tsx';
import { type StagedPlan, useConfirmPlan, usePlanStage } from './plans.queries.ts';
import { ReadingTable } from './reading-table.tsx';

/** 年度计划 → 导入: the file is read, shown with its oddities, and only then imported. */
export function PlanImportPage() {
  const files = useFiles();
  const [jobId, setJobId] = useState<number | null>(null);
  const [stageId, setStageId] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const job = useJob(jobId, (outcome) => {
    if (outcome.ok) setStageId((outcome.value as { stageId: number }).stageId);
    else setRefusal(sentenceOf(outcome));
  });
  const stage = usePlanStage(stageId).data ?? null;
  const isReading = job?.state === 'running';

  async function read(file: File): Promise<void> {
    setStageId(null);
    setRefusal(null);
    const started = await files.upload('plans/import', file);
    if (started !== null) setJobId(started.jobId);
  }

  return (
    <>
      <PageHead
        title="导入计划表"
        note="先读出来核对，确认后才写入；两行表头、合并单元格、重复的页标题都认得，单元格原文照存。"
        actions={<Button onClick={() => void files.download('plans/template')}>下载模板</Button>}
      />
      {stage === null && (
        <UploadBox
          label="联合抽查计划表（.xlsx）"
          accept=".xlsx"
          isBusy={isReading}
          onFile={(file) => void read(file)}
        />
      )}
      {isReading && <Progress percent={100} status="active" showInfo={false} aria-label="正在读取" />}
      {refusal !== null && <Alert className="form-refusal" type="error" showIcon title={refusal} />}
      {stage !== null && <Preview key={stage.stageId} stage={stage} onOther={() => setStageId(null)} />}
    </>
  );
}

function Preview({ stage, onOther }: { readonly stage: StagedPlan; readonly onOther: () => void }) {
  const navigate = useNavigate();
  const [year, setYear] = useState<number | null>(stage.year);
  const confirm = useConfirmPlan({
    done: `已导入${stage.items.length}项，请局领导批准。`,
    onDone: ({ planId }) => void navigate({ to: '/plans/$planId', params: { planId: String(planId) } }),
  });
  const toCheck = stage.warnings.filter(({ isNotice }) => !isNotice);
  const unread = stage.items.filter(({ reading }) => reading === null).length;
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <div>
        <b>{stage.title}</b>（{stage.fileName}）：读出{stage.items.length}项，
        {unread === 0 ? '比例或数量全部读懂' : `${unread}项的比例或数量读不懂`}；
        {toCheck.length === 0 ? '没有需要核对的地方' : `${toCheck.length}处请核对`}
        {stage.dropped.length > 0 && `；略去重复的页标题、表头${stage.dropped.length}行`}。
      </div>
      <Space size={8} wrap>
        <label htmlFor="plan-year">计划年度</label>
        <InputNumber id="plan-year" min={2000} max={2099} value={year} onChange={setYear} />
        <ActionButton
          type="primary"
          may={['operator']}
          barred={year === null ? '请填写计划年度' : null}
          loading={confirm.isRunning}
          onClick={() => void confirm.run({ stageId: stage.stageId, year: year ?? 0 })}
        >
          确认导入
        </ActionButton>
        <Button onClick={onOther}>换一个文件</Button>
      </Space>
      <Warnings warnings={stage.warnings} />
      <ReadingTable items={stage.items} />
    </Space>
  );
}

/** Each oddity with its row; what only tells how it was read comes last. */
function Warnings({ warnings }: { readonly warnings: StagedPlan['warnings'] }) {
  if (warnings.length === 0) return null;
  const sorted = warnings.toSorted((one, other) => Number(one.isNotice) - Number(other.isNotice));
  return (
    <section className="plan-warnings" aria-label="读表时发现的问题">
      {sorted.map(({ row, sentence, isNotice }) => (
        <div key={`${row} ${sentence}`} className={isNotice ? 'quiet' : undefined}>
          第{row}行：{sentence}
        </div>
      ))}
    </section>
  );
}
