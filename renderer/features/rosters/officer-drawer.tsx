import { Link } from '@tanstack/react-router';
import { Alert, Tabs } from 'antd';
import { useState } from 'react';
import { formerText, leaveText, relativeText } from '../../../shared/features/rosters/officer-facts.ts';
import { officerBarNames } from '../../../shared/kernel/eligibility.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CertificateUntil } from './certificate-until.tsx';
import { HandoverForm } from './handover-form.tsx';
import { HistoryList } from './history-list.tsx';
import { OfficerForm } from './officer-form.tsx';
import { OfficerLeaves } from './officer-leaves.tsx';
import { PersonalDatum } from './personal-datum.tsx';
import { RecusalTable } from './recusal-table.tsx';
import { RosterDrawer } from './roster-drawer.tsx';
import { type OfficerDetail, useOfficer, useOfficerCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** One officer: certificate, fields, leaves, recusals and every change. */
export function OfficerDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const commands = useOfficerCommands(onClose);
  return (
    <RosterDrawer<OfficerDetail>
      what="执法人员"
      entry={useOfficer(id)}
      title={({ name, code }) => `${name}（${code}）`}
      actions={(officer) => <HandoverButton officer={officer} />}
      form={(officer, close) => <OfficerForm officer={officer} onClose={close} />}
      removeNote="只用于误登记的人员。调离、退休的，请改变其状态。移出后，变更记录仍然保留。"
      onRemove={(reason) => commands.remove.run({ id, reason })}
      onClose={onClose}
    >
      {(officer) => (
        <>
          {officer.status !== '在岗' && officer.openSeats > 0 && (
            <Alert
              className="form-refusal"
              type="warning"
              showIcon
              title={`已${officer.status}，还有${officer.openSeats}户未公示的检查没有移交。请点“离岗移交”。`}
            />
          )}
          <OfficerTabs officer={officer} />
        </>
      )}
    </RosterDrawer>
  );
}

function HandoverButton({ officer }: { readonly officer: OfficerDetail }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ActionButton may={operator} onClick={() => setOpen(true)}>
        离岗移交
      </ActionButton>
      {isOpen && <HandoverForm officer={officer} onDone={close} onClose={close} />}
    </>
  );
}

function OfficerTabs({ officer }: { readonly officer: OfficerDetail }) {
  return (
    <Tabs
      items={[
        { key: 'facts', label: '基本信息', children: <OfficerFacts officer={officer} /> },
        {
          key: 'leaves',
          label: `请假（${officer.leaves.length}）`,
          children: <OfficerLeaves officer={officer} />,
        },
        {
          key: 'declared',
          label: `书面申报（${officer.formerEmployers.length + officer.relativesDeclared}）`,
          children: <Declared officer={officer} />,
        },
        {
          key: 'recusals',
          label: `回避（${officer.recusals.length}）`,
          children: <RecusalTable recusals={officer.recusals} shows="object" />,
        },
        {
          key: 'history',
          label: `变更记录（${officer.history.length}）`,
          children: <HistoryList changes={officer.history} />,
        },
      ]}
    />
  );
}

function OfficerFacts({ officer }: { readonly officer: OfficerDetail }) {
  const bars = officer.bars.map((bar) => officerBarNames[bar]).join('、');
  return (
    <Facts
      facts={[
        ['参加抽取', bars === '' ? '可以参加' : `不参加：${bars}`],
        ['状态', officer.status],
        ['单位', officer.unit],
        ['部门简称', officer.department],
        ['股室', officer.section],
        ['职务', officer.post],
        ['行政执法证号', officer.certificateNumber],
        ['执法证有效期至', <CertificateUntil key="until" officer={officer} />],
        ['行政编制', officer.hasEstablishment ? '是' : '否'],
        ['组长资格', officer.isLeaderQualified ? '是' : '否'],
        ['业务领域', officer.scopes.length === 0 ? '全部事项' : officer.scopes.join('、')],
        [
          '联系方式',
          <PersonalDatum key="phone" of="officer" id={officer.id} field="phone" masked={officer.maskedPhone} />,
        ],
        ['未办结检查', officer.openSeats === 0 ? '' : `${officer.openSeats}户`],
        ['今日', officer.leaveToday === null ? '' : `请假：${leaveText(officer.leaveToday)}`],
      ]}
    />
  );
}

/** What the officer declared in writing; who the relatives are is for those who need it. */
function Declared({ officer }: { readonly officer: OfficerDetail }) {
  const { relatives, relativesDeclared } = officer;
  const named =
    relatives === null
      ? `已申报${relativesDeclared}名，内容只供经办人和局领导查看`
      : relatives.map(relativeText).join('；');
  return (
    <>
      <Facts
        columns={1}
        facts={[
          ['曾任职单位', officer.formerEmployers.map(formerText).join('；')],
          ['亲属', relativesDeclared === 0 ? '' : named],
        ]}
      />
      <p className="quiet">
        点“变更”填写。与检查对象名称、负责人相符的，列在
        <Link to="/rosters/recusals">建议回避</Link>中。
      </p>
    </>
  );
}
