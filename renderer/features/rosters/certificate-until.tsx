import { daysBetween } from '../../../shared/kernel/local-date.ts';
import { useSession } from '../../api/session.ts';
import type { OfficerLine } from './rosters.queries.ts';

type Certified = Pick<OfficerLine, 'certificate' | 'certificateExpiresOn'>;

/** The last day of a certificate, with a warning sixty days ahead and once it has run out. */
export function CertificateUntil({ officer }: { readonly officer: Certified }) {
  const { today } = useSession();
  const { certificate, certificateExpiresOn: until } = officer;
  if (until === null) return certificate === '未填有效期' ? <span className="overdue">未填</span> : null;
  if (certificate === '已过期') return <span className="overdue">{until} 已过期</span>;
  if (certificate !== '即将到期') return until;
  return (
    <span className="overdue">
      {until} 还有{daysBetween(today, until)}天
    </span>
  );
}
