import { Drawer } from 'antd';
import { useState } from 'react';
import { campaignStateTitles, standingText } from '../../../shared/features/registers/campaign.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { minuteText } from '../../ui/when.ts';
import { WorkForm } from './campaign-work-form.tsx';
import type { CampaignFirm } from './registers.queries.ts';

interface CampaignFirmDrawerProps {
  readonly campaignId: number;
  readonly firm: CampaignFirm;
  readonly isEnded: boolean;
  readonly onClose: () => void;
}

/** One enterprise of a campaign: how it stood, how it stands, everything done. */
export function CampaignFirmDrawer({ campaignId, firm, isEnded, onClose }: CampaignFirmDrawerProps) {
  const [isWorking, setWorking] = useState(false);
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={<EnterpriseLink id={firm.objectId}>{firm.name}</EnterpriseLink>}
      extra={
        !isEnded && (
          <ActionButton may={['operator']} type="primary" onClick={() => setWorking(true)}>
            登记办理情况
          </ActionButton>
        )
      }
    >
      <Facts
        columns={1}
        facts={[
          ['统一社会信用代码', firm.code],
          ['开始时', standingText(firm.start)],
          [isEnded ? '结束时' : '现在', standingText(firm.now)],
        ]}
      />
      <h3 className="drawer-part">办理记录</h3>
      {firm.steps.length === 0 ? (
        <p className="quiet">还没有核查。</p>
      ) : (
        <ul className="history">
          {firm.steps.map(({ at, onDay, state, dueOn, record, byName }) => (
            <li key={at}>
              {onDay}　<b>{campaignStateTitles[state]}</b>
              {dueOn !== null && `　整改期限${dueOn}`}
              <div className="lines">{record}</div>
              <span className="quiet">
                {byName}　{minuteText(at)}登记
              </span>
            </li>
          ))}
        </ul>
      )}
      {isWorking && (
        <WorkForm
          campaignId={campaignId}
          objectIds={[firm.objectId]}
          title={`登记办理情况：${firm.name}`}
          onClose={() => setWorking(false)}
        />
      )}
    </Drawer>
  );
}
