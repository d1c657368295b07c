import { useQuery } from '@tanstack/react-query';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useBackups() {
  return useQuery({ queryKey: keys.backups, queryFn: () => send('backup.list', {}), staleTime: 0, retry: false });
}
