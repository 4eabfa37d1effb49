import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Space, Spin } from 'antd';
import { localTimeOf } from '../../../shared/kernel/local-date.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CeremonySteps } from './ceremony-steps.tsx';
import { type Draft, type DrawTask, useCandidates, useDraft, useDrawTask } from './draws.queries.ts';
import { FreezeForm } from './freeze-form.tsx';
import { ProjectorButton } from './projector-button.tsx';
import { RehearsalBand } from './rehearsal-band.tsx';
import { RosterStep } from './roster-step.tsx';
import { type Preparation, usePreparation } from './use-preparation.ts';

/** Before freezing: 名录 and 冻结. What is settled is kept, so the page opens again exactly where it was left. */
export function NewDrawPage() {
  const { task, kind } = useSearch({ strict: false }) as { task?: string; kind?: string };
  const found = useDrawTask(Number(task));
  const draft = useDraft(Number(task), kind === undefined ? null : kind === 'rehearsal');
  if (found.data === undefined || draft.data === undefined || !draft.isFetchedAfterMount) return <Spin />;
  const { isRehearsal } = draft.data.setting;
  return <NewDraw key={`${task} ${isRehearsal}`} found={found.data} draft={draft.data} />;
}

function NewDraw({ found, draft }: { readonly found: DrawTask; readonly draft: Draft }) {
  const { task } = found;
  const navigate = useNavigate();
  const preparation = usePreparation(draft);
  const candidates = useCandidates(task.id);
  const { setting, step, form } = preparation;
  async function turnTo(isRehearsal: boolean): Promise<void> {
    await preparation.keepNow();
    await navigate({
      to: '.',
      replace: true,
      search: { task: String(task.id), kind: isRehearsal ? 'rehearsal' : 'real' },
    });
  }
  return (
    <>
      {setting.isRehearsal && <RehearsalBand />}
      <PageHead
        title={`${setting.isRehearsal ? '演练' : '抽取'}：${task.title}`}
        note={`${task.number}　${task.quotaText}　${task.fromOn}至${task.toOn}　发起部门 ${task.leadDepartment}`}
        actions={
          <>
            <KeptNote preparation={preparation} />
            <ProjectorButton of={`task/${task.id}`} />
          </>
        }
      />
      <CeremonySteps open={step === 'freeze' ? 1 : 0} facts={[<RosterFact key="roster" preparation={preparation} />]}>
        {step === 'freeze' ? (
          <FreezeForm
            setting={setting}
            typed={form}
            onType={preparation.fill}
            onBack={() => preparation.go('roster')}
            onDone={(drawId) => {
              preparation.stop();
              void navigate({ to: `/draws/${drawId}`, replace: true });
            }}
          />
        ) : (
          <RosterStep
            found={found}
            candidates={candidates.data}
            preparation={preparation}
            onTurn={(isRehearsal) => void turnTo(isRehearsal)}
          />
        )}
      </CeremonySteps>
    </>
  );
}

/** Whether what is on the screen outlasts a power cut. */
function KeptNote({ preparation: { savedAt, keeping, keepNow } }: { readonly preparation: Preparation }) {
  if (keeping === 'failed') {
    return (
      <Space>
        <span className="unsaved">准备情况没有保存上</span>
        <Button size="small" onClick={() => void keepNow()}>
          再保存一次
        </Button>
      </Space>
    );
  }
  if (keeping === 'soon') return <span className="quiet">正在保存…</span>;
  return savedAt === null ? null : <span className="quiet">准备情况已保存 {localTimeOf(savedAt).slice(11, 16)}</span>;
}

function RosterFact({ preparation: { setting } }: { readonly preparation: Preparation }) {
  return (
    <>{`${setting.mode === 'batch' ? '批次顺序' : setting.quota === 'graded' ? '按信用等级抽取' : '统一数量抽取'}，必检${setting.must.length}户，手工排除${setting.exclude.length}户`}</>
  );
}
