import { PageHead } from '../../ui/page-head.tsx';

/** 台账. */
export function LedgerPage() {
  return <PageHead title="台账" />;
}
