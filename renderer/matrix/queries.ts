import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MatrixQuestion } from '#domain/contract/matrix.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useSeen } from '../session/blind.ts';

export function useMatrix(asked: MatrixQuestion) {
  const filter = useSeen(asked.filter);
  const question = { ...asked, filter };
  return useQuery({
    queryKey: keys.matrix(question),
    queryFn: async () => ({ question, matrix: await send('matrix.count', question) }),
    placeholderData: keepPreviousData,
  });
}
