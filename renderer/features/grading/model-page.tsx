import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { modelProblems } from '../../../shared/features/grading/model-problems.ts';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ModelEditor } from './model-editor.tsx';
import { ModelReader } from './model-reader.tsx';
import { type OpenedModel, useModel, useSaveModel } from './models.queries.ts';

/** 信用 → 评价模型 → one model: read, or changed where its version of the pack is a draft. */
export function ModelPage() {
  const { versionId, modelId } = useParams({ strict: false }) as { versionId: string; modelId: string };
  const opened = useModel(Number(versionId), modelId);
  // What is typed begins anew with another model or version; a refresh of the same keeps it.
  return opened.data === undefined ? null : <Opened key={`${versionId} ${modelId}`} opened={opened.data} />;
}

function Opened({ opened }: { readonly opened: OpenedModel }) {
  const navigate = useNavigate();
  const [model, setModel] = useState<IndicatorModel>(opened.model);
  const save = useSaveModel({ done: '已保存到规则包草稿' });
  const isChanged = JSON.stringify(model) !== JSON.stringify(opened.model);
  const isSound = modelProblems(model).length === 0;
  return (
    <>
      <PageHead
        title={model.title}
        note={`${opened.name}，满分${model.scale}分${opened.isUsed ? '，评定等级用它' : '，目前未用于评定等级'}。`}
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/credit/models' })}>返回评价模型</Button>
            {opened.isOpen && (
              <>
                <Button disabled={!isChanged} onClick={() => setModel(opened.model)}>
                  放弃改动
                </Button>
                <ActionButton
                  type="primary"
                  may={['operator']}
                  disabled={!isChanged || !isSound}
                  loading={save.isRunning}
                  onClick={() => void save.run({ versionId: opened.versionId, model })}
                >
                  保存到草稿
                </ActionButton>
              </>
            )}
          </>
        }
      />
      {opened.isOpen ? (
        <ModelEditor model={model} today={opened.today} nationalGrades={opened.nationalGrades} onChange={setModel} />
      ) : (
        <>
          <Alert
            className="form-refusal"
            type="info"
            showIcon
            title="已批准的版本不能改动。要修改，请在“设置—规则包”起草新版本，再在评价模型中打开草稿里的这个模型。"
          />
          <ModelReader opened={opened} />
        </>
      )}
    </>
  );
}
