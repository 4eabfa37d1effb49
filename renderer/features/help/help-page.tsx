import { PageHead } from '../../ui/page-head.tsx';

/** 帮助. */
export function HelpPage() {
  return <PageHead title="帮助" />;
}
