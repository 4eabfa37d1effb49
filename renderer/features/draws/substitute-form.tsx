import { Alert, Button, Form, Input, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import {
  type PassReason,
  passReasons,
  type ReplaceReason,
  replaceReasons,
} from '../../../shared/features/draws/substitute.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useProposeSubstitution, useReplaceable } from './changes.queries.ts';
import { PaperFields } from './paper-fields.tsx';

interface Values {
  readonly reason: ReplaceReason;
  readonly note: string;
  readonly document?: string;
  readonly documentOn?: string;
}

interface Passed {
  readonly code: string;
  readonly reason: PassReason;
  readonly note: string;
}

interface SubstituteFormProps {
  readonly drawId: number;
  readonly objectId: number;
  readonly onClose: () => void;
}

/** 替补: the reason, and who of the reserve stands in; those who cannot are passed over in order, each with its reason. */
export function SubstituteForm({ drawId, objectId, onClose }: SubstituteFormProps) {
  const found = useReplaceable(drawId, objectId).data;
  const propose = useProposeSubstitution(onClose);
  const [passed, setPassed] = useState<readonly Passed[]>([]);
  if (found === undefined) return <Spin />;
  const next = found?.reserve[passed.length];
  const barred = barredText(found);
  return (
    <Modal
      open
      title={`替补${found === null ? '' : `：${found.object.name}`}`}
      footer={null}
      width={680}
      onCancel={onClose}
    >
      {barred !== null && <Alert type="warning" showIcon title={barred} />}
      {barred === null && found !== null && (
        <CommandForm<Values>
          submit="送审核人或局领导批准"
          onCancel={onClose}
          onSubmit={({ reason, note, document = '', documentOn }) =>
            propose.run({
              drawId,
              objectId,
              reason,
              note,
              document,
              documentOn: documentOn === undefined || documentOn === '' ? null : documentOn,
              passed: [...passed],
            })
          }
        >
          <p className="quiet">
            {found.object.code}　名录中为“{found.object.status}
            ”。无法联系、注销、吊销、停业等，也可以不替补，取得证据后直接录入检查结果（细则第十一条）。
          </p>
          <Form.Item name="reason" label="不能检查的情形" rules={[{ required: true, message: '请选择情形' }]}>
            <Select options={optionsOf(replaceReasons)} />
          </Form.Item>
          <PaperFields label="查明的情况" hint="何时、由谁、怎样查明" />
          {found.object.isMust ? (
            <Alert
              className="form-refusal"
              type="info"
              showIcon
              title="必检对象不是抽出的，没有递补，批准后只是不再检查。"
            />
          ) : (
            <>
              {passed.map((one, index) => (
                <p key={one.code} className="quiet">
                  递补第{found.reserve[index]?.place}位 {found.reserve[index]?.name}：跳过，{passReasons[one.reason]}，
                  {one.note}
                </p>
              ))}
              {next === undefined ? (
                <Alert
                  className="form-refusal"
                  type="warning"
                  showIcon
                  title="本组的递补名单已经用完，没有对象可以替补。批准后这一户只是不再检查。"
                />
              ) : (
                <NextOne
                  key={next.code}
                  next={next}
                  onPass={(reason, note) => setPassed([...passed, { code: next.code, reason, note }])}
                />
              )}
              {passed.length > 0 && (
                <Button type="link" onClick={() => setPassed(passed.slice(0, -1))}>
                  取消最后一次跳过
                </Button>
              )}
            </>
          )}
        </CommandForm>
      )}
    </Modal>
  );
}

type Next = NonNullable<ReturnType<typeof useReplaceable>['data']>['reserve'][number];

function NextOne({
  next,
  onPass,
}: {
  readonly next: Next;
  readonly onPass: (reason: PassReason, note: string) => void;
}) {
  const { against } = next;
  const [reason, setReason] = useState<PassReason | null>(against);
  const [note, setNote] = useState('');
  return (
    <fieldset className="next-reserve">
      <legend>
        轮到递补第{next.place}位：{next.name}
      </legend>
      <p className="quiet">
        {next.code}　票号 <code>{next.ticket.slice(0, 20)}…</code>
      </p>
      {against !== null && (
        <Alert type="warning" showIcon title={`${passReasons[against]}，不能递补，请写明情况跳过。`} />
      )}
      <div className="pass-over">
        <Select
          aria-label="不能递补的情形"
          placeholder="也不能检查的，选择情形"
          value={reason}
          onChange={setReason}
          options={optionsOf(passReasons)}
        />
        <Input
          aria-label="不能递补的情况"
          placeholder="具体情况"
          maxLength={100}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button
          disabled={reason === null || note.trim() === ''}
          onClick={() => reason !== null && onPass(reason, note)}
        >
          跳过这一户
        </Button>
      </div>
    </fieldset>
  );
}

function barredText(found: NonNullable<ReturnType<typeof useReplaceable>['data']> | null): string | null {
  if (found === null) return '这一户不在这次抽取应检查的对象之中，可能已经替补。请刷新后再看。';
  if (found.isOut) return '这一户已经替补，或者已有一份替补待批准。';
  return found.hasResult ? '已录入检查结果，不再替补。' : null;
}

function optionsOf(reasons: Readonly<Record<string, string>>) {
  return Object.entries(reasons).map(([value, label]) => ({ value, label })) as { value: never; label: string }[];
}
