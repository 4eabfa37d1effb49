import { Alert, AutoComplete, Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { type PlatformId, platforms } from '../../../shared/features/registers/platform.ts';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { ObjectFilterFields } from './object-filter-fields.tsx';
import { useFields } from './registers.queries.ts';

/** Workbooks for the upper platforms; none tells a grade. */
export function PushTab() {
  return (
    <div className="report-columns">
      <SubjectExport />
      <PlatformExport />
    </div>
  );
}

function SubjectExport() {
  const files = useFiles();
  const fields = useFields().data ?? [];
  const [isBusy, setBusy] = useState(false);
  async function run({ field, filter }: { field: string; filter?: PoolFilter }) {
    setBusy(true);
    await files.download('registers/subjects.xlsx', { body: { field, filter: tidyPoolFilter(filter ?? {}) } });
    setBusy(false);
  }
  return (
    <section>
      <h2>评价主体名单</h2>
      <Alert
        className="form-refusal"
        type="info"
        showIcon
        title="提供给市信用信息服务平台，据以取得公共信用综合评价结果。只列名称、统一社会信用代码和领域。"
      />
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void run(values)}>
        <Form.Item name="field" label="领域" rules={[{ required: true, whitespace: true, message: '请填写领域' }]}>
          <AutoComplete options={fields.map((value) => ({ value }))} placeholder="选择或填写" />
        </Form.Item>
        <ObjectFilterFields legend="评价主体" />
        <Button type="primary" htmlType="submit" loading={isBusy}>
          导出评价主体名单
        </Button>
      </Form>
    </section>
  );
}

function PlatformExport() {
  const { today } = useSession();
  const files = useFiles();
  const [target, setTarget] = useState<PlatformId>('gsxt');
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  return (
    <section>
      <h2>平台推送名单</h2>
      <Alert
        className="form-refusal"
        type="info"
        showIcon
        title={
          target === 'sharing'
            ? '五张表：期间内签订、公示、核查的信用承诺，本局各名单在列并已公示的企业和责任人，期间内归集的涉企信息，期间内公示的检查结果，其中不予配合检查的次数、时间和情形。'
            : '四张表：在列的经营异常名录、严重违法失信名单（细则第十六条），期间内的涉企信息，期间内公示的检查结果，其中不予配合检查的次数、时间和情形（细则第十四条）。'
        }
      />
      <Form layout="vertical">
        <Form.Item label="平台">
          <Radio.Group
            value={target}
            options={Object.entries(platforms).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setTarget(event.target.value as PlatformId)}
          />
        </Form.Item>
        <div className="field-grid">
          <Form.Item label="起始日期" htmlFor="push-from">
            <DayInput id="push-from" value={from} onChange={setFrom} />
          </Form.Item>
          <Form.Item label="截止日期" htmlFor="push-to">
            <DayInput id="push-to" value={to} onChange={setTo} />
          </Form.Item>
        </div>
        <Button
          type="primary"
          onClick={() => void files.download(`registers/platform.xlsx?target=${target}&from=${from}&to=${to}`)}
        >
          导出推送名单
        </Button>
      </Form>
    </section>
  );
}
