import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MatrixQuestion } from '#domain/contract/matrix.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useMatrix(question: MatrixQuestion) {
  return useQuery({
    queryKey: keys.matrix(question),
    queryFn: async () => ({ question, matrix: await send('matrix.count', question) }),
    placeholderData: keepPreviousData,
  });
}
