import { Link } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useBarred, useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useChangeBureau, useRulesInForce, useSections } from './office.queries.ts';

interface BureauValues {
  readonly name: string;
  readonly shortName: string;
  readonly department: string;
}

/** 设置 → 本机关. */
export function BureauPage() {
  const { bureau } = useSession();
  const barred = useBarred(['admin']);
  const change = useChangeBureau();
  const sections = useSections().data ?? [];
  if (bureau === null) return null;
  return (
    <>
      <PageHead title="本机关" note="用于文书抬头、任务编号和联合抽查中的部门。已生成的编号和文书不随之改变。" />
      <div className="narrow">
        <Facts
          columns={1}
          facts={[
            ...(barred === null
              ? []
              : ([
                  ['单位全称', bureau.name],
                  ['机关简称', bureau.shortName],
                  ['部门简称', bureau.department],
                ] as const)),
            ['股室', sections.join('、')],
            ['规则包', <Rules key="rules" />],
          ]}
        />
        {barred !== null && <p className="quiet">修改{barred}。</p>}
        {barred === null && (
          <div style={{ marginTop: 16 }}>
            <CommandForm<BureauValues> submit="保存" initial={bureau} onSubmit={change.run}>
              <Form.Item name="name" label="单位全称" rules={[{ required: true, message: '请填写单位全称' }]}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name="shortName" label="机关简称" rules={[{ required: true, message: '请填写机关简称' }]}>
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item name="department" label="部门简称" rules={[{ required: true, message: '请填写部门简称' }]}>
                <Input maxLength={20} />
              </Form.Item>
            </CommandForm>
          </div>
        )}
      </div>
    </>
  );
}

function Rules() {
  const rules = useRulesInForce();
  if (rules === null) return null;
  return (
    <>
      {rules.title}（第{rules.version}版，{rules.inForceOn}起施行） <Link to="/settings/policies">查看规则包</Link>
    </>
  );
}
