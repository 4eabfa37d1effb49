import { useNavigate } from '@tanstack/react-router';
import { Alert, Drawer, Space, Spin } from 'antd';
import { useState } from 'react';
import {
  commitmentKindTitles,
  commitmentStateTitles,
  fulfilmentTitles,
  termOutcomeTitles,
} from '../../../shared/features/supervision/commitment-rules.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { addressIn } from '../../ui/address.ts';
import { Attachments } from '../../ui/attachments.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { CheckForm, PublishForm, SignForm } from './commitment-forms.tsx';
import { type CommitmentDetail, useCommitment, useCommitmentCommands } from './commitments.queries.ts';

const operator = ['operator'] as const;

/** One 信用承诺书: what was promised, signed, published; the checks; what the pack suggests where it was broken. */
export function CommitmentDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data: line, isError } = useCommitment(id);
  return (
    <Drawer open size={760} onClose={onClose} title={isError ? '没有这份承诺书' : '信用承诺书'}>
      {line === undefined ? !isError && <Spin /> : <Loaded line={line} />}
    </Drawer>
  );
}

function Loaded({ line }: { readonly line: CommitmentDetail }) {
  const { today } = useSession();
  return (
    <>
      <h2>{line.objectName}</h2>
      <p className="quiet">
        {line.number} <PathLink path={`/enterprises/${line.objectId}`}>查看企业</PathLink>
      </p>
      <Actions line={line} />
      <Facts
        facts={[
          ['承诺事项', line.name],
          ['类型', commitmentKindTitles[line.kind]],
          ['事由', line.matter],
          ['依据', line.article],
          ['状态', line.endReason === null ? commitmentStateTitles[line.state] : `已终止：${line.endReason}`],
          ['有效期', `${line.issuedOn}至${line.untilOn ?? '长期'}`],
          ['签署', line.signedOn === null ? '未签署' : `${line.signedOn} ${line.signedBy}`],
          ['公示', publicationOf(line)],
          ['下次核查', <Deadline key="check" on={line.checkOn} today={today} />],
          ['规则包', `${line.packId}第${line.packVersion}版`],
        ]}
      />
      {line.suggestions.length > 0 && <Suggestions line={line} />}
      <section>
        <h2 className="drawer-part">承诺内容</h2>
        <ol>
          {line.terms.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2 className="drawer-part">践诺核查</h2>
        {line.afterChecks.map(({ id, number, licence, dueOn }) => (
          <p key={id}>
            {number}“{licence}”凭这份承诺书先批，{dueOn}前事后审。请在
            <PathLink path={`/credit/lookups?tab=licences&licence=${id}`}>许可办理</PathLink>中登记，践诺核查随之完成。
          </p>
        ))}
        {line.checks.length === 0 && <p className="quiet">还没有核查过。</p>}
        <ul>
          {line.checks.map((check) => (
            <li key={check.id}>
              {check.checkedOn} {check.checkedBy}：<b>{fulfilmentTitles[check.outcome]}</b>。{check.findings}
              {check.evidence !== '' && `（${check.evidence}）`}
              <span className="quiet">
                {' '}
                {check.terms
                  .map((term, index) => `第${index + 1}条${termOutcomeTitles[term]}`)
                  .filter((_, index) => check.terms[index] === 'broken')
                  .join('、')}
                {check.recordId !== null && ' 已记入信用记录'}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="drawer-part">签署件和核查材料</h2>
        <Attachments subject="commitment" id={line.id} wanted="签署件的扫描件" />
      </section>
    </>
  );
}

function publicationOf({ isPublicised, publishedOn, publishedAt }: CommitmentDetail): string {
  if (!isPublicised) return '不公示';
  return publishedOn === null ? '主动公示，还没有登记' : `${publishedOn} ${publishedAt}`;
}

/** 失信约束 by the pack: lists with a ground that holds, and the pack's talks. 鸡西方案 第3项. */
function Suggestions({ line }: { readonly line: CommitmentDetail }) {
  const navigate = useNavigate();
  const go = (to: string) => void navigate(addressIn(`${to}?new=1&object=${line.objectId}`));
  return (
    <Alert
      className="form-refusal"
      type="warning"
      title="违背承诺，按规则包可以采取的约束（视情节由本机关决定）："
      description={
        <ul className="plain-list">
          {line.suggestions.map(({ kind, text, article, effects }) => (
            <li key={text}>
              {text}
              {effects.length > 0 && `；列入后：${effects.join('；')}`} <span className="quiet">{article}</span>{' '}
              <ActionButton
                size="small"
                may={operator}
                onClick={() => go(kind === 'list' ? '/supervision/lists' : '/supervision/talks')}
              >
                {kind === 'list' ? '提出列入' : '约谈'}
              </ActionButton>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Actions({ line }: { readonly line: CommitmentDetail }) {
  const files = useFiles();
  const { end } = useCommitmentCommands();
  const [doing, setDoing] = useState<'sign' | 'publish' | 'check' | 'end' | null>(null);
  const close = () => setDoing(null);
  const chosen = { selection: { ids: [line.id] }, count: 1, onDone: close, onClose: close };
  return (
    <Space wrap className="form-refusal">
      <ActionButton
        onClick={() => void files.openPdf('supervision/commitments/letters.pdf', { body: { ids: [line.id] } })}
      >
        打印承诺书
      </ActionButton>
      {line.state === 'issued' && (
        <ActionButton type="primary" may={operator} onClick={() => setDoing('sign')}>
          登记签署
        </ActionButton>
      )}
      {line.state === 'signed' && (
        <ActionButton type="primary" may={operator} onClick={() => setDoing('publish')}>
          登记公示
        </ActionButton>
      )}
      {line.signedOn !== null && (
        <ActionButton may={operator} onClick={() => setDoing('check')}>
          践诺核查
        </ActionButton>
      )}
      {line.endedOn === null && (
        <ActionButton danger may={operator} onClick={() => setDoing('end')}>
          终止
        </ActionButton>
      )}
      {doing === 'sign' && <SignForm {...chosen} />}
      {doing === 'publish' && <PublishForm {...chosen} />}
      {doing === 'check' && <CheckForm line={line} onClose={close} />}
      {doing === 'end' && (
        <ReasonForm
          title={`终止${line.number}`}
          note="终止后不再公示、不再定期核查；承诺书、核查和理由留在承诺台账，不能恢复。"
          label="终止理由"
          submit="终止"
          isDangerous
          onSubmit={(reason) => end.run({ id: line.id, reason })}
          onClose={close}
        />
      )}
    </Space>
  );
}
