import { useQuery } from '@tanstack/react-query';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useFlow() {
  return useQuery({ queryKey: keys.flow, queryFn: () => send('corpus.flow', {}) });
}

export function useDuplicates() {
  return useQuery({ queryKey: keys.duplicates, queryFn: () => send('duplicate.list', {}) });
}

export function useFamilies() {
  return useQuery({ queryKey: keys.families, queryFn: () => send('family.list', {}) });
}

export function useImports() {
  return useQuery({ queryKey: keys.imports, queryFn: () => send('import.list', {}) });
}
