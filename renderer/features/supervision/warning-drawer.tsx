import { useNavigate } from '@tanstack/react-router';
import { Drawer, Space, Spin } from 'antd';
import { useState } from 'react';
import {
  groundsText,
  warningLevelTitles,
  warningStateTitles,
  warningStepTitles,
} from '../../../shared/features/supervision/warning-rules.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { addressIn } from '../../ui/address.ts';
import { Facts } from '../../ui/facts.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { minuteText } from '../../ui/when.ts';
import { AddMeasureForm } from './add-measure-form.tsx';
import { AcknowledgeForm, HandleForm } from './warning-forms.tsx';
import { useWarning, type WarningDetail } from './warnings.queries.ts';

const operator = ['operator'] as const;

/** One warning: what it rests on, what to do, where that is done, and what became of it. */
export function WarningDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data: warning, isError } = useWarning(id);
  return (
    <Drawer open size={720} onClose={onClose} title={isError ? '没有这条预警' : '预警'}>
      {warning === undefined ? !isError && <Spin /> : <Loaded warning={warning} />}
    </Drawer>
  );
}

function Loaded({ warning }: { readonly warning: WarningDetail }) {
  return (
    <>
      <h2>
        {warning.objectName} <GradeTag grade={warning.grade} />
      </h2>
      <p className="quiet">{warning.objectCode}</p>
      <Actions warning={warning} />
      <Facts
        columns={1}
        facts={[
          ['预警', `${warning.name}（${warningLevelTitles[warning.level]}）`],
          [
            '依据的记录',
            <ul key="grounds" className="plain-list">
              {warning.grounds.map(({ id, title, on }) => (
                <li key={id}>
                  {title}
                  {on !== null && <span className="quiet"> {on}</span>}
                </li>
              ))}
            </ul>,
          ],
          ['处置建议', warning.advice],
          ['条款依据', warning.article],
          ['状态', stateOf(warning)],
        ]}
      />
      <section>
        <h2 className="drawer-part">经过</h2>
        <ul>
          {warning.steps.map(({ id, step, note, at, byName }) => (
            <li key={id}>
              {minuteText(at)} {byName} {warningStepTitles[step]}：{note}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function stateOf({ state, note, untilOn, closedOn, openedOn }: WarningDetail): string {
  const said = note === null ? '' : `：${note}`;
  if (state === 'acknowledged') return `暂不处置至${untilOn}${said}`;
  if (state === 'closed') return `已于${closedOn}解除`;
  return `${warningStateTitles[state]}（${openedOn}预警）${said}`;
}

/** What to do leads there: 约谈, 措施, 名单, the records; and what was done is entered. */
function Actions({ warning }: { readonly warning: WarningDetail }) {
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'handle' | 'acknowledge' | 'measure' | null>(null);
  const close = () => setDoing(null);
  const chosen = { selection: { ids: [warning.id] }, count: 1, onDone: close, onClose: close };
  const go = (path: string) => void navigate(addressIn(path));
  const fresh = `new=1&object=${warning.objectId}`;
  const isClosed = warning.state === 'closed';
  return (
    <Space wrap className="form-refusal">
      {!isClosed && (
        <>
          <ActionButton
            may={operator}
            type={warning.opens === 'talk' ? 'primary' : 'default'}
            onClick={() => go(`/supervision/talks?${fresh}`)}
          >
            约谈
          </ActionButton>
          <ActionButton
            may={operator}
            type={warning.opens === 'measure' ? 'primary' : 'default'}
            onClick={() => setDoing('measure')}
          >
            新增措施
          </ActionButton>
        </>
      )}
      {!isClosed && warning.opens === 'list' && (
        <ActionButton
          may={operator}
          type="primary"
          onClick={() => go(`/supervision/lists?${fresh}&ground=${warning.ruleId.replace('list:', '')}`)}
        >
          提出列入
        </ActionButton>
      )}
      <ActionButton onClick={() => go(`/enterprises/${warning.objectId}`)}>查看记录</ActionButton>
      {!isClosed && (
        <>
          <ActionButton may={operator} onClick={() => setDoing('handle')}>
            登记处置
          </ActionButton>
          <ActionButton may={operator} onClick={() => setDoing('acknowledge')}>
            暂不处置
          </ActionButton>
        </>
      )}
      {doing === 'handle' && <HandleForm {...chosen} />}
      {doing === 'acknowledge' && <AcknowledgeForm {...chosen} />}
      {doing === 'measure' && (
        <AddMeasureForm
          objectIds={[warning.objectId]}
          warning={{ id: warning.id, ground: `${warning.name}：${groundsText(warning.grounds)}`.slice(0, 500) }}
          onClose={close}
        />
      )}
    </Space>
  );
}
