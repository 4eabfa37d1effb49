import { useParams } from '@tanstack/react-router';
import { RegisterList } from './register-list.tsx';

/** One register of the office. */
export function RegisterPage() {
  const { registerId = '' } = useParams({ strict: false });
  return <RegisterList key={registerId} registerId={registerId} />;
}
