import { Checkbox, Form, InputNumber, Radio, Select } from 'antd';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { withLetter } from '../../ui/grade-tag.tsx';
import type { DrawTask } from './draws.queries.ts';

interface SettingFormProps {
  readonly found: DrawTask;
  readonly value: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
  /** To the rehearsal, or back to the real draw: each is prepared by itself. */
  readonly onTurn: (isRehearsal: boolean) => void;
}

/** What the operator settles before freezing; each change shows at once what would be frozen. */
export function SettingForm({ found, value, onChange: change, onTurn }: SettingFormProps) {
  const { task, preset, grades, scopes, leastOfficers } = found;
  const isSample = value.mode === 'sample';
  const isNamed = task.objects.length > 0;
  return (
    <Form layout="vertical" component="div">
      <div className="draw-settings">
        <Form.Item label="性质">
          <Radio.Group
            value={value.isRehearsal}
            onChange={(event) => onTurn(event.target.value)}
            options={[
              { value: false, label: '正式抽取' },
              { value: true, label: '演练' },
            ]}
          />
        </Form.Item>
        <Form.Item label="方式" extra={task.itemKind === 'key' ? undefined : '批次顺序用于重点检查事项（细则第五条）'}>
          <Radio.Group
            value={value.mode}
            onChange={(event) => change({ mode: event.target.value })}
            options={[
              { value: 'sample', label: '随机抽样' },
              { value: 'batch', label: '批次顺序', disabled: task.itemKind !== 'key' || isNamed },
            ]}
          />
        </Form.Item>
        {isSample && task.quota.kind === 'ratio' && (
          <Form.Item label="比例">
            <Radio.Group
              value={value.quota}
              onChange={(event) => change({ quota: event.target.value })}
              options={[
                { value: 'plain', label: '统一比例' },
                { value: 'graded', label: '按信用等级' },
              ]}
            />
          </Form.Item>
        )}
        {!isSample && (
          <Form.Item label="每批户数" htmlFor="batch-size">
            <InputNumber
              id="batch-size"
              min={1}
              precision={0}
              value={value.batchSize}
              onChange={(batchSize) => change({ batchSize: batchSize ?? 1 })}
            />
          </Form.Item>
        )}
        {isSample && value.quota === 'graded' && (
          <Form.Item
            label="各等级抽查比例（%）"
            extra={`规则包：${preset.name}（${preset.basis}，可改）${sayDifferences(found, value.ratios)}`}
          >
            <div className="grade-ratios">
              {grades.map(({ grade, title }) => (
                <label key={grade} htmlFor={`ratio-${grade}`}>
                  {title === `${grade}级` ? grade : withLetter(grade, title)}
                  <InputNumber
                    id={`ratio-${grade}`}
                    min={0}
                    max={100}
                    step={1}
                    value={(value.ratios[grade] ?? 0) / 100}
                    onChange={(percent) =>
                      change({ ratios: { ...value.ratios, [grade]: Math.round((percent ?? 0) * 100) } })
                    }
                  />
                </label>
              ))}
            </div>
          </Form.Item>
        )}
        {isSample && (
          <>
            <Form.Item label={`${task.leadDepartment}每户人数（首位为组长）`} htmlFor="lead-seats">
              <InputNumber
                id="lead-seats"
                min={1}
                max={9}
                precision={0}
                value={value.leadSeats}
                onChange={(leadSeats) => change({ leadSeats: leadSeats ?? leastOfficers })}
              />
            </Form.Item>
            <Form.Item label="每人本次上限（户）" htmlFor="officer-cap">
              <InputNumber
                id="officer-cap"
                min={1}
                precision={0}
                value={value.officerCap}
                onChange={(officerCap) => change({ officerCap: officerCap ?? 1 })}
              />
            </Form.Item>
            <Form.Item label="任务期间请假的人员">
              <Radio.Group
                value={value.leaves}
                onChange={(event) => change({ leaves: event.target.value })}
                options={[
                  { value: 'any', label: '一律不参加' },
                  { value: 'whole', label: '全程请假才不参加' },
                ]}
              />
            </Form.Item>
            {scopes.length > 0 && (
              <Form.Item label="要求的事项范围" htmlFor="draw-scope">
                <Select
                  id="draw-scope"
                  value={value.scope}
                  onChange={(scope) => change({ scope })}
                  options={[{ value: '', label: '不限' }, ...scopes.map((scope) => ({ value: scope, label: scope }))]}
                />
              </Form.Item>
            )}
          </>
        )}
        {isSample && task.jointDepartments.length > 0 && (
          <Form.Item label="参与部门（每部门每户1人）">
            <Checkbox.Group
              value={value.jointDepartments}
              options={task.jointDepartments.map((name) => ({ value: name, label: name }))}
              onChange={(jointDepartments) => change({ jointDepartments })}
            />
          </Form.Item>
        )}
      </div>
    </Form>
  );
}

/** What was altered against the policy pack: `。已改：C级20%→30%`. */
function sayDifferences({ preset, grades }: DrawTask, now: DrawSetting['ratios']): string {
  const altered = grades.flatMap(({ grade, title }) => {
    const [before = 0, after = 0] = [preset.ratios[grade], now[grade]];
    return before === after ? [] : [`${title}${before / 100}%→${after / 100}%`];
  });
  return altered.length === 0 ? '' : `。已改：${altered.join('、')}`;
}
