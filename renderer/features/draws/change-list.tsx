import { Alert, Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { type ChangeLine, changeStateTitles, officerOutReasons } from '../../../shared/features/draws/changes.ts';
import { passReasons, replaceReasons } from '../../../shared/features/draws/substitute.ts';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { minuteText } from '../../ui/when.ts';
import { useDecideChange, useWithdrawChange } from './changes.queries.ts';

/** 替补 and 更换检查人员 of a draw, newest first, with who proposed, who approved and what is still to be decided. */
export function ChangeList({ changes, isVoid }: { readonly changes: readonly ChangeLine[]; readonly isVoid: boolean }) {
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.id} className="change-line">
          <p>
            <b>{headOf(change)}</b>　
            {isVoid && change.state === 'proposed' ? '随抽取作废终止' : changeStateTitles[change.state]}
          </p>
          {change.substitution?.passed.map(({ place, name, reason, note }) => (
            <p key={place} className="quiet">
              递补第{place}位{name}跳过：{passReasons[reason]}，{note}
            </p>
          ))}
          <p>
            {change.note}
            {change.document !== '' && `（${change.document}，${change.documentOn}）`}
          </p>
          <p className="quiet">
            {minuteText(change.proposedAt)} {change.proposedBy}提出
            {change.opinions.map(
              ({ by, at, decision, opinion }) =>
                `；${minuteText(at)} ${by}${decision === 'approve' ? '批准' : '退回'}${opinion === '' ? '' : `：${opinion}`}`,
            )}
          </p>
          {change.state === 'proposed' && !isVoid && <Decide change={change} />}
        </li>
      ))}
    </ul>
  );
}

function Decide({ change }: { readonly change: ChangeLine }) {
  const { account } = useSession();
  const decide = useDecideChange();
  const withdraw = useWithdrawChange();
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null);
  const [opinion, setOpinion] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const isMine = change.proposedById === account?.id;
  const barred = isMine ? '不能批准自己提出的' : null;
  const ask = (what: 'approve' | 'return') => {
    setRefusal(null);
    setAsked(what);
  };
  async function run() {
    if (asked === null) return;
    const outcome = await decide.run({ changeId: change.id, decision: asked, opinion });
    setRefusal(outcome.ok ? null : sentenceOf(outcome));
    if (outcome.ok) setAsked(null);
  }
  return (
    <Space>
      <ActionButton type="primary" may={['reviewer', 'leader']} barred={barred} onClick={() => ask('approve')}>
        批准
      </ActionButton>
      <ActionButton may={['reviewer', 'leader']} barred={barred} onClick={() => ask('return')}>
        退回
      </ActionButton>
      {isMine && (
        <Button loading={withdraw.isRunning} onClick={() => void withdraw.run({ changeId: change.id })}>
          撤回
        </Button>
      )}
      <Modal
        open={asked !== null}
        title={asked === 'approve' ? '批准后随即办理' : '退回经办人'}
        okText={asked === 'approve' ? '批准' : '退回'}
        cancelText="取消"
        confirmLoading={decide.isRunning}
        onOk={() => void run()}
        onCancel={() => setAsked(null)}
      >
        <p>{headOf(change)}</p>
        <label htmlFor={`opinion-${change.id}`}>意见{asked === 'return' ? '' : '（可不填）'}</label>
        <Input.TextArea
          id={`opinion-${change.id}`}
          rows={2}
          maxLength={200}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
        {refusal !== null && <Alert type="error" showIcon title={refusal} />}
      </Modal>
    </Space>
  );
}

function headOf({ substitution, officersOut }: ChangeLine): string {
  if (substitution === null) {
    return `更换检查人员：${officersOut.map(({ name, reason }) => `${name}（${officerOutReasons[reason]}）`).join('、')}`;
  }
  const { outName, inName, reason, place, alone } = substitution;
  const who =
    inName === null
      ? alone === 'must'
        ? '必检对象，没有替补'
        : '递补名单已用完'
      : `由递补第${place}位“${inName}”替补`;
  return `替补：${outName}${replaceReasons[reason]}，${who}`;
}
