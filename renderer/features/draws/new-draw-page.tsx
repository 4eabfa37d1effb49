import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Space, Spin } from 'antd';
import { useState } from 'react';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { startingSetting } from '../../../shared/features/draws/starting-setting.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CeremonySteps } from './ceremony-steps.tsx';
import { type DrawTask, useDrawTask, usePreview } from './draws.queries.ts';
import { FreezeForm } from './freeze-form.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import { SettingForm } from './setting-form.tsx';

/** Before freezing: 名录 and 冻结. Nothing is written until the list is frozen. */
export function NewDrawPage() {
  const { task } = useSearch({ strict: false }) as { task?: string };
  const found = useDrawTask(Number(task));
  return found.data === undefined ? <Spin /> : <NewDraw key={task} found={found.data} />;
}

function NewDraw({ found }: { readonly found: DrawTask }) {
  const { task, liveDraw } = found;
  const navigate = useNavigate();
  const [setting, setSetting] = useState(() => startingWith(found));
  const [isFreezing, setFreezing] = useState(false);
  const preview = usePreview(setting);
  const prepared = preview.data?.prepared;
  const isReady = prepared?.ok === true && !preview.isPlaceholderData;
  return (
    <>
      <PageHead
        title={`抽取：${task.title}`}
        note={`${task.number}　${task.quotaText}　发起部门 ${task.leadDepartment}`}
      />
      {liveDraw !== null && !setting.isRehearsal && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`该任务已有抽取${liveDraw}，只能另作演练；如确需重抽，须先由局领导作废并说明理由。`}
        />
      )}
      <CeremonySteps
        open={isFreezing ? 1 : 0}
        facts={[prepared?.ok === true ? `抽取${prepared.value.sampleSize}户` : '']}
      >
        {isFreezing ? (
          <FreezeForm
            setting={setting}
            onBack={() => setFreezing(false)}
            onDone={(drawId) => void navigate({ to: `/draws/${drawId}`, replace: true })}
          />
        ) : (
          <>
            <SettingForm
              found={found}
              candidates={preview.data?.candidates ?? []}
              value={setting}
              onChange={setSetting}
            />
            {preview.data !== undefined && <PreviewFacts preview={preview.data} setting={setting} />}
            <Space>
              <Button type="primary" disabled={!isReady} onClick={() => setFreezing(true)}>
                名单无误，准备冻结
              </Button>
            </Space>
          </>
        )}
      </CeremonySteps>
    </>
  );
}

/** What a 定向 task names is 必检; nothing else would be drawn. */
function startingWith({ task, liveDraw, preset, leastOfficers }: DrawTask): DrawSetting {
  const start = startingSetting({
    taskId: task.id,
    isRehearsal: liveDraw !== null,
    ratios: preset?.ratios ?? null,
    leastOfficers,
    jointDepartments: task.jointDepartments,
  });
  if (task.objects.length === 0) return start;
  return { ...start, must: task.objects.map(({ code }) => code), mustGround: task.ground };
}
