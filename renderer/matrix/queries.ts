import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Input } from '#domain/contract/index.ts';
import type { MatrixQuestion } from '#domain/contract/matrix.ts';
import { unpackMatrix } from '#domain/matrix/pack-matrix.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useSeen } from '../session/blind.ts';

export function useMatrix(asked: MatrixQuestion, enabled = true) {
  const filter = useSeen(asked.filter);
  const question = { ...asked, filter };
  return useQuery({
    queryKey: keys.matrix(question),
    queryFn: async () => ({ question, matrix: unpackMatrix(await send('matrix.count', question)) }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function usePairs(asked: Input<'matrix.pairs'>) {
  const question = { ...asked, filter: useSeen(asked.filter) };
  return useQuery({
    queryKey: keys.pairs(question),
    queryFn: () => send('matrix.pairs', question),
    placeholderData: keepPreviousData,
  });
}

export function useSequences(asked: Input<'matrix.sequences'>) {
  const question = { ...asked, filter: useSeen(asked.filter) };
  return useQuery({
    queryKey: keys.sequences(question),
    queryFn: () => send('matrix.sequences', question),
    placeholderData: keepPreviousData,
  });
}

export function useTakenSentences(question: Input<'matrix.sentences'>) {
  return useQuery({
    queryKey: keys.takenSentences(question),
    queryFn: () => send('matrix.sentences', question),
  });
}
