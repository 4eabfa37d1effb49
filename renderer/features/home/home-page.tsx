import { useSession } from '../../api/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { dayText } from '../../ui/when.ts';

/** 首页. */
export function HomePage() {
  const { today } = useSession();
  return <PageHead title="首页" note={dayText(today)} />;
}
