import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';

/** The grades of the pack in force, for every screen that shows one. */
export function useOfficeGrades() {
  return useQuery(useTrpc().policies.grades.queryOptions());
}
