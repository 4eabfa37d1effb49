import { Alert, Drawer, Space, Spin } from 'antd';
import { useState } from 'react';
import { fieldsOf, outcomeTitle } from '../../../shared/features/credit/kind-fields.ts';
import { accidentClassTitles, creditKindTitles, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { originTitles, personRoleTitles, publicityTitles } from '../../../shared/kernel/credit-records.ts';
import { yuanText } from '../../../shared/kernel/money.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { InspectedFacts } from './inspected-facts.tsx';
import { EndForm, PublishForm, RepairForm, StopForm, WithdrawForm } from './record-actions.tsx';
import { RecordFollowUp } from './record-follow-up.tsx';
import { CorrectRecordForm } from './record-form.tsx';
import { recordTitle } from './record-text.tsx';
import { type OpenRecord, useRecord } from './records.queries.ts';

const operator = ['operator'] as const;
type Dialog = 'correct' | 'end' | 'repair' | 'withdraw' | 'publish' | 'stop';

/** One record: what it says, its publication, repair, attachments and what stood before. */
export function RecordDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const record = useRecord(id).data;
  return (
    <Drawer
      open
      size={820}
      onClose={onClose}
      title={record === undefined ? '信用记录' : recordTitle(record)}
      destroyOnHidden
    >
      {record === undefined ? <Spin /> : <Opened record={record} />}
    </Drawer>
  );
}

function Opened({ record }: { readonly record: OpenRecord }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { withdrawn, id } = record;
  return (
    <>
      {withdrawn !== null && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`已于${minuteText(withdrawn.at)}由${withdrawn.by}撤销：${withdrawn.reason}。不再影响等级。`}
        />
      )}
      {withdrawn === null && record.listedBy !== null && (
        <p className="quiet">
          列入{record.listedBy.list}的决定留下的记录，随
          <PathLink path={`/supervision/lists?id=${record.listedBy.entryId}`}>名单</PathLink>
          办理，不单独更正、修复或撤销。
        </p>
      )}
      {withdrawn === null && record.listedBy === null && <Actions record={record} onDialog={setDialog} />}
      <Facts facts={factsOf(record)} />
      <section className="drawer-part">
        <h2>公示</h2>
        <Facts facts={publicityFacts(record)} />
      </section>
      <section className="drawer-part">
        <h2>附件</h2>
        <Attachments subject="credit-record" id={id} wanted="文书的扫描件" isClosed={withdrawn !== null} />
      </section>
      <RecordFollowUp record={record} />
      {record.earlier.length > 0 && <Earlier record={record} />}
      <section className="drawer-part">
        <InspectedFacts objectId={record.objectId} />
        <p>
          <PathLink path={`/credit/records?l.object=${record.objectId}`}>这户企业的全部信用记录</PathLink>
        </p>
      </section>
      {dialog === 'correct' && <CorrectRecordForm record={record} onClose={close} />}
      {dialog === 'end' && <EndForm record={record} onClose={close} />}
      {dialog === 'repair' && <RepairForm record={record} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawForm record={record} onClose={close} />}
      {dialog === 'publish' && <PublishForm ids={[id]} title={`登记公示：${recordTitle(record)}`} onClose={close} />}
      {dialog === 'stop' && <StopForm record={record} onClose={close} />}
    </>
  );
}

function Actions({ record, onDialog }: { readonly record: OpenRecord; readonly onDialog: (dialog: Dialog) => void }) {
  const { end } = fieldsOf(record.kind);
  const { bureau } = useSession();
  return (
    <Space wrap size={8} className="form-refusal">
      <ActionButton may={operator} onClick={() => onDialog('correct')}>
        更正
      </ActionButton>
      {end !== undefined && record.endedOn === null && (
        <ActionButton may={operator} onClick={() => onDialog('end')}>
          登记{end}
        </ActionButton>
      )}
      {record.isAdverse && record.repairedOn === null && record.source !== bureau?.name && (
        <ActionButton may={operator} onClick={() => onDialog('repair')}>
          登记修复
        </ActionButton>
      )}
      {record.publishedOn === null && (
        <ActionButton may={operator} onClick={() => onDialog('publish')}>
          登记公示
        </ActionButton>
      )}
      {record.publicity === 'published' && (
        <ActionButton may={operator} onClick={() => onDialog('stop')}>
          停止公示
        </ActionButton>
      )}
      <ActionButton may={operator} danger onClick={() => onDialog('withdraw')}>
        撤销记录
      </ActionButton>
    </Space>
  );
}

type Said = Pick<
  OpenRecord,
  | 'kind'
  | 'happenedOn'
  | 'endedOn'
  | 'source'
  | 'documentNumber'
  | 'summary'
  | 'severity'
  | 'accidentClass'
  | 'amountFen'
  | 'outcome'
  | 'persons'
>;

/** What a version says, in the words of its kind. */
function saidBy(said: Said): readonly Fact[] {
  const asked = fieldsOf(said.kind);
  const { severity, accidentClass, amountFen, outcome, persons } = said;
  return [
    [asked.day, said.happenedOn],
    [asked.number, said.documentNumber],
    ['来源部门', said.source],
    ...(asked.end === undefined ? [] : [[asked.end, said.endedOn] as const]),
    ...(asked.severity === true ? [['严重程度', severity === null ? '' : severityTitles[severity]] as const] : []),
    ...(asked.accidentClass === true
      ? [['事故等级', accidentClass === null ? '' : accidentClassTitles[accidentClass]] as const]
      : []),
    ...(asked.amount === undefined
      ? []
      : [[`${asked.amount}（元）`, amountFen === null ? '' : yuanText(amountFen)] as const]),
    ...(asked.outcome === undefined ? [] : [['结果', outcomeTitle(said.kind, outcome)] as const]),
    ...(asked.persons === true
      ? [['责任人', persons.map(({ role, name }) => `${personRoleTitles[role]}${name}`).join('、')] as const]
      : []),
    [asked.summary, said.summary],
  ];
}

function factsOf(record: OpenRecord): readonly Fact[] {
  const { batch, authorisation } = record;
  return [
    [
      '企业',
      <PathLink key="object" path={`/enterprises/${record.objectId}`}>
        {record.objectName}
      </PathLink>,
    ],
    ['统一社会信用代码', record.objectCode],
    ['类别', creditKindTitles[record.kind]],
    ...saidBy(record),
    ['来源方式', batch === null ? originTitles[record.origin] : `${originTitles[record.origin]}：${batch.fileName}`],
    ['登记', `${minuteText(record.enteredAt)} ${record.enteredBy}`],
    ...(record.isAdverse ? [['修复', record.repairedOn ?? '未修复'] as const] : []),
    ...(authorisation === null
      ? []
      : [
          [
            '授权',
            `${authorisation.fromOn}至${authorisation.withdrawnOn ?? authorisation.untilOn ?? '长期'}${authorisation.holds ? '' : '，已失效，不再对外提供'}`,
          ] as const,
        ]),
  ];
}

function publicityFacts(record: OpenRecord): readonly Fact[] {
  const { due } = record;
  return [
    ['公示状态', publicityTitles[record.publicity]],
    [
      '应公示日期',
      due === null ? (
        ''
      ) : (
        <Deadline
          key="due"
          on={due.on}
          today={due.isOverdue ? '9999-12-31' : ''}
          article={due.article}
          isEstimate={due.estimated}
        />
      ),
    ],
    ['公示日期', record.publishedOn],
    ['公示地址', record.publishedWhere],
    ...(record.stoppedOn === null
      ? []
      : [['停止公示', record.stoppedOn] as const, ['停止的事由', record.stopReason] as const]),
  ];
}

function Earlier({ record }: { readonly record: OpenRecord }) {
  const versions = [...record.earlier].reverse();
  return (
    <section className="drawer-part">
      <h2>更正前的内容</h2>
      {versions.map((version, index) => {
        const after = index === 0 ? record : versions[index - 1];
        return (
          <div key={version.version} className="form-refusal">
            <p className="quiet">
              第{version.version}版，{minuteText(version.enteredAt)} {version.enteredBy}登记；
              {after === undefined ? '' : `${minuteText(after.enteredAt)} ${after.enteredBy}更正`}
              {reasonAfter(record, version.version)}
            </p>
            <Facts facts={saidBy(version)} />
          </div>
        );
      })}
    </section>
  );
}

/** Why the version after it was written. */
function reasonAfter({ earlier, reason }: OpenRecord, version: number): string {
  const next = earlier.find((one) => one.version === version + 1)?.reason ?? reason;
  return next === '' ? '' : `：${next}`;
}
