import { useNavigate } from '@tanstack/react-router';
import { Button, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { planKindTitles } from '../../../shared/features/plans/plan.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useStage } from '../../ui/use-stage.ts';
import { type StagedPlan, useConfirmPlan, usePlanStage } from './plans.queries.ts';
import { ReadingTable } from './reading-table.tsx';

/** 年度计划 → 导入: the file is read, shown with its oddities, and only then imported. */
export function PlanImportPage() {
  const files = useFiles();
  const [stageId, show] = useStage();
  const stage = usePlanStage(stageId);
  return (
    <>
      <PageHead
        title="导入计划表"
        note="先读出来核对，确认后才写入；两行表头、合并单元格、重复的页标题都认得，单元格原文照存。"
        actions={
          <>
            <Button onClick={() => void files.download('plans/template')}>下载联合计划模板</Button>
            <Button onClick={() => void files.download('plans/template?kind=own')}>下载本局计划模板</Button>
          </>
        }
      />
      {stageId === null && (
        <StagedUpload path="plans/import" label="联合抽查计划表（.xlsx）" may={['operator']} onStaged={show} />
      )}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
      {stage.data != null && <Preview key={stageId} stage={stage.data} onOther={() => show(null)} />}
    </>
  );
}

function Preview({ stage, onOther }: { readonly stage: StagedPlan; readonly onOther: () => void }) {
  const navigate = useNavigate();
  const [year, setYear] = useState<number | null>(stage.year);
  const confirm = useConfirmPlan({
    done: `已导入${stage.items.length}项，请送审，由局领导批准。`,
    onDone: ({ planId }) => void navigate({ to: '/plans/$planId', params: { planId: String(planId) } }),
  });
  const toCheck = stage.warnings.filter(({ isNotice }) => !isNotice);
  const unread = stage.items.filter(({ reading }) => reading === null).length;
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <div>
        <b>{stage.title}</b>（{planKindTitles[stage.kind]}，{stage.fileName}）：读出{stage.items.length}项，
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
