import { Link } from '@tanstack/react-router';
import { Checkbox, Form } from 'antd';
import type { TaskDraft } from './tasks.queries.ts';

/** 分期: which dated rounds get their tasks now; the others can be made later. */
export function RoundsField({ rounds }: { readonly rounds: TaskDraft['rounds'] }) {
  const hasUnknown = rounds.some(({ fromOn }) => fromOn === null);
  return (
    <Form.Item
      name="rounds"
      label="分期下达（每期一个任务，其余各期以后再下达）"
      rules={[{ required: true, type: 'array', min: 1, message: '请至少选一期' }]}
      extra={
        hasUnknown && (
          <>
            有的时间节点日历中没有日期，请先在<Link to="/plans">年度计划</Link>中填写。
          </>
        )
      }
    >
      <Checkbox.Group className="round-choice">
        {rounds.map((round) => (
          <Checkbox key={round.title} value={round.title} disabled={round.numbers.length > 0 || round.fromOn === null}>
            {round.title}
            <span className="quiet">
              {round.fromOn === null ? '日期待填写' : `${round.fromOn} 至 ${round.toOn}`}
              {round.numbers.length > 0 && `，已下达${round.numbers.join('、')}`}
            </span>
            {round.isDue && <span className="overdue">{round.isPast ? '已过期未下达' : '已到期'}</span>}
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}
