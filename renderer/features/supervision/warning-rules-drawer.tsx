import { Drawer } from 'antd';
import { warningLevelTitles } from '../../../shared/features/supervision/warning-rules.ts';
import { PathLink } from '../../ui/path-link.tsx';
import type { WarningOverview } from './warnings.queries.ts';

interface WarningRulesProps {
  readonly rules: WarningOverview['packRules'];
  readonly onClose: () => void;
}

/** 预警规则: the pack's, with advice and article. */
export function WarningRules({ rules, onClose }: WarningRulesProps) {
  return (
    <Drawer open size={640} onClose={onClose} title="预警规则">
      <p className="quiet">
        规则由本机关的规则包规定，在<PathLink path="/settings/policies">规则包</PathLink>
        中修改。名单中写明可由记录判断的情形，也在这里提出“建议列入”。
      </p>
      {rules.length === 0 && <p>本机关的规则包没有设预警规则。</p>}
      {rules.map(({ id, name, level, advice, article }) => (
        <section key={id}>
          <h2 className="drawer-part">
            {name}（{warningLevelTitles[level]}）
          </h2>
          <p>
            {advice} <span className="quiet">{article}</span>
          </p>
        </section>
      ))}
    </Drawer>
  );
}
