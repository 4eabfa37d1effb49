import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { HexGroups, QrCode } from './commitment.tsx';
import { DigitsForm } from './digits-form.tsx';
import { type Draw, useAmendOfficers, useDrawObjects, useDrawOfficers, useRecord } from './draws.queries.ts';
import { type Reveal, useRevealAct } from './hall.queries.ts';
import { HandOver } from './hand-over.tsx';
import { SealStep } from './seal-step.tsx';

interface OpenStepProps {
  readonly draw: Draw;
  /** By index of the eight. */
  readonly step: number;
  /** How far the large screen is. */
  readonly reveal: Reveal | null;
}

/** What the operator does now; its field or button has the focus. */
export function OpenStep({ draw, step, reveal }: OpenStepProps) {
  switch (step) {
    case 2:
      return <Digits draw={draw} reveal={reveal} />;
    case 3:
      return <SealStep draw={draw} />;
    case 4:
      return <DrawObjects draw={draw} />;
    case 5:
      return <DrawOfficers draw={draw} reveal={reveal} />;
    case 6:
      return <Record draw={draw} reveal={reveal} />;
    default:
      return <HandOver draw={draw} />;
  }
}

function Digits({ draw, reveal }: { readonly draw: Draw; readonly reveal: Reveal | null }) {
  const act = useRevealAct(draw.id);
  const isCompared = draw.state !== 'frozen' || draw.echo !== null || isAllShown(reveal);
  if (isCompared) return <DigitsForm key={draw.witnesses.findIndex(({ digits }) => digits === null)} draw={draw} />;
  return (
    <>
      <div className="commitment">
        <div>
          <p>承诺值：请打印冻结单，当场逐组核对并签字，然后由见证人同时亮出数字。</p>
          <HexGroups text={draw.commitment} label="名单承诺值" />
        </div>
        <QrCode text={draw.commitment} size={120} />
      </div>
      <ActionButton autoFocus may={['operator']} type="primary" onClick={() => act('next')}>
        核对完毕，开始取数
      </ActionButton>
    </>
  );
}

function DrawObjects({ draw }: { readonly draw: Draw }) {
  const command = useDrawObjects();
  return (
    <>
      <p>结果由冻结的名单和种子一次算出，大屏幕只是依次显示。</p>
      <ActionButton
        autoFocus
        may={['operator']}
        type="primary"
        loading={command.isRunning}
        onClick={() => void command.run({ drawId: draw.id })}
      >
        抽取检查对象
      </ActionButton>
    </>
  );
}

function DrawOfficers({ draw, reveal }: { readonly draw: Draw; readonly reveal: Reveal | null }) {
  const command = useDrawOfficers();
  const isShown = isAllShown(reveal);
  const [cause, setCause] = useState<string | null>(null);
  async function run() {
    const outcome = await command.run({ drawId: draw.id });
    setCause(outcome.ok || outcome.code !== 'SEATS_INFEASIBLE' ? null : sentenceOf(outcome));
  }
  return (
    <>
      <p>
        {draw.setting.mode === 'batch'
          ? '批次顺序不抽检查人员，确认后生成结果。'
          : '按票号、负荷最少者优先安排，同一人在同一户只占一席，回避者不安排。'}
      </p>
      {draw.amendments.map(({ stage, reason, officersHash }) => (
        <p key={stage}>
          第{stage}次人员名单已公布：{reason}。名单哈希 <code title={officersHash}>{officersHash.slice(0, 16)}…</code>
        </p>
      ))}
      {!isShown && <StillShowing />}
      <ActionButton
        // Anew where the reveal ends or a list is published: then it takes the focus.
        key={`${isShown} ${draw.amendments.length}`}
        autoFocus={isShown}
        may={['operator']}
        type="primary"
        loading={command.isRunning}
        onClick={() => void run()}
      >
        {draw.setting.mode === 'batch' ? '生成批次结果' : '抽取检查人员'}
      </ActionButton>
      {cause !== null && <Amend draw={draw} cause={cause} onDone={() => setCause(null)} />}
    </>
  );
}

function Amend({ draw, cause, onDone }: { readonly draw: Draw; readonly cause: string; readonly onDone: () => void }) {
  const amend = useAmendOfficers(onDone);
  return (
    <div className="amend">
      <Alert type="error" showIcon title={cause} description="已抽中的对象和种子不变，公布更正后的名单只重抽人员。" />
      <CommandForm<{ reason: string }>
        submit="公布更正后的人员名单"
        onSubmit={({ reason }) => amend.run({ drawId: draw.id, reason })}
      >
        <Form.Item
          name="reason"
          label="更正原因"
          rules={[{ required: true, whitespace: true, message: '请填写更正原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </CommandForm>
    </div>
  );
}

function Record({ draw, reveal }: { readonly draw: Draw; readonly reveal: Reveal | null }) {
  const record = useRecord();
  const isShown = isAllShown(reveal);
  return (
    <>
      <p>
        生成笔录后本次抽取完成{draw.isRehearsal ? '（演练不产生检查）' : '，被抽中的对象列入“检查”'}
        。请打印抽取记录，由在场人员签字。
      </p>
      {!isShown && <StillShowing />}
      <ActionButton
        key={isShown ? 'shown' : 'showing'}
        autoFocus={isShown}
        may={['operator']}
        type="primary"
        loading={record.isRunning}
        onClick={() => void record.run({ drawId: draw.id })}
      >
        生成笔录
      </ActionButton>
    </>
  );
}

function StillShowing() {
  return <p className="quiet">大屏幕还在依次显示。显示完后按钮自动取得焦点；现在办理则不再显示其余的。</p>;
}

function isAllShown(reveal: Reveal | null): boolean {
  return reveal === null || reveal.frame >= reveal.frames - 1;
}
