import { useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { ActionButton } from '../../ui/action-button.tsx';
import { minuteText } from '../../ui/when.ts';
import { useDrafts, useDropDraft } from './draws.queries.ts';
import './draws.css';

/** Draws in preparation, above the list of those frozen: each goes on where it was left. */
export function DraftsInProgress() {
  const drafts = useDrafts();
  const drop = useDropDraft();
  const navigate = useNavigate();
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <ul className="drafts" aria-label="准备中的抽取">
      {drafts.data.map(({ taskId, isRehearsal, taskNumber, taskTitle, savedAt, savedBy }) => (
        <li key={`${taskId} ${isRehearsal}`} className="draft-line">
          <span>
            准备中{isRehearsal ? '（演练）' : ''}：{taskNumber} {taskTitle}
            <span className="quiet">
              {savedBy} {minuteText(savedAt)} 保存
            </span>
          </span>
          <Button
            size="small"
            onClick={() => {
              const search = { task: String(taskId), kind: isRehearsal ? 'rehearsal' : 'real' };
              void navigate({ to: '/draws/new', search });
            }}
          >
            接着准备
          </Button>
          <Popconfirm
            title="放弃这次准备？"
            description="已选的排除、必检、比例和填写的见证人不再保留。名录和任务不受影响。"
            okText="放弃准备"
            cancelText="保留"
            onConfirm={() => void drop.run({ taskId, isRehearsal })}
          >
            <ActionButton size="small" may={['operator']}>
              放弃准备
            </ActionButton>
          </Popconfirm>
        </li>
      ))}
    </ul>
  );
}
