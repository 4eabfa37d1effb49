import { useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Space, Spin } from 'antd';
import { useState } from 'react';
import { drawStateTitles, openStep } from '../../../shared/features/draws/ceremony.ts';
import { useFiles } from '../../api/use-files.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { minuteText } from '../../ui/when.ts';
import { AfterDraw } from './after-draw.tsx';
import { CeremonySteps } from './ceremony-steps.tsx';
import { DrawnTable } from './drawn-table.tsx';
import { type Draw, useDraw } from './draws.queries.ts';
import { FrozenGradesDrawer } from './frozen-grades.tsx';
import { useHallProgress } from './hall.queries.ts';
import { HallView } from './hall-view.tsx';
import { OpenStep } from './open-step.tsx';
import { ProjectorButton } from './projector-button.tsx';
import { RehearsalBand } from './rehearsal-band.tsx';
import { SignedPapers, UnsignedNote } from './signed-papers.tsx';
import { stepFacts } from './step-facts.ts';
import { SubstituteForm } from './substitute-form.tsx';
import { VoidButton } from './void-button.tsx';

/** One draw, for the operator: the eight steps, and small beside them what the hall sees. */
export function DrawPage() {
  const { drawId } = useParams({ strict: false }) as { drawId?: string };
  const draw = useDraw(Number(drawId));
  return draw.data === undefined ? <Spin /> : <DrawView draw={draw.data} />;
}

function DrawView({ draw }: { readonly draw: Draw }) {
  const { openPdf } = useFiles();
  const reveal = useHallProgress(draw.id);
  // An inspection leads here for the 替补 of its object.
  const { replace } = useSearch({ strict: false }) as { replace?: string };
  const [replaced, setReplaced] = useState<number | null>(replace === undefined ? null : Number(replace));
  const [showsGrades, setShowsGrades] = useState(false);
  const allIn = draw.witnesses.every(({ digits }) => digits !== null);
  const open = draw.state === 'void' ? lastDone(draw) : openStep(draw.state, allIn);
  return (
    <>
      {draw.isRehearsal && <RehearsalBand />}
      <PageHead
        title={`抽取 ${draw.number}${draw.isRehearsal ? '（演练）' : ''}`}
        note={`${draw.taskNumber}　${draw.taskTitle}　${drawStateTitles[draw.state]}`}
        actions={
          <Space wrap>
            <ProjectorButton of={String(draw.id)} />
            <Button onClick={() => void openPdf(`draws/${draw.id}/freeze-sheet.pdf`)}>冻结单</Button>
            <Button onClick={() => void openPdf(`draws/${draw.id}/record.pdf`)}>抽取记录</Button>
            <Button onClick={() => setShowsGrades(true)}>冻结时的等级</Button>
            {draw.voided !== null && (
              <Button onClick={() => void openPdf(`draws/${draw.id}/void-sheet.pdf`)}>作废单</Button>
            )}
            {draw.state !== 'void' && <VoidButton draw={draw} />}
          </Space>
        }
      />
      {draw.voided !== null && (
        <Alert
          className="form-refusal"
          type="error"
          showIcon
          title={`已作废：${draw.voided.reason}。批准人 ${draw.voided.approver}，在场 ${draw.voided.witnesses}，${minuteText(draw.voided.at)}。`}
        />
      )}
      <UnsignedNote draw={draw} />
      <div className="ceremony">
        <CeremonySteps open={open} isOver={draw.state === 'void'} facts={stepFacts(draw)}>
          <OpenStep draw={draw} step={open} reveal={reveal} />
        </CeremonySteps>
        <HallView drawId={draw.id} />
      </div>
      <SignedPapers draw={draw} />
      {draw.drawn.length > 0 && <DrawnTable draw={draw} onReplace={setReplaced} />}
      {draw.drawn.length > 0 && <AfterDraw draw={draw} onReplace={setReplaced} />}
      {showsGrades && (
        <FrozenGradesDrawer drawId={draw.id} number={draw.number} onClose={() => setShowsGrades(false)} />
      )}
      {replaced !== null && <SubstituteForm drawId={draw.id} objectId={replaced} onClose={() => setReplaced(null)} />}
    </>
  );
}

function lastDone({ sealedAt, drawnAt, staffedAt, recordedAt }: Draw): number {
  if (recordedAt !== null) return 7;
  if (staffedAt !== null) return 6;
  if (drawnAt !== null) return 5;
  return sealedAt === null ? 2 : 4;
}
