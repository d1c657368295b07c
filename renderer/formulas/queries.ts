import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Formula, FormulaUse } from '#domain/contract/formula.ts';
import type { Output } from '#domain/contract/index.ts';
import { foldPhrase } from '#domain/formulas/reference-phrases.ts';
import { v7 as uuidv7 } from 'uuid';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { undoOffer } from '../history/mutations.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

/** A phrase with how many articles have it, and what she says of it where she follows it. */
export type ShownFormula = FormulaUse & { formula: Formula | null };
export type FormulaCounts = Omit<Output<'formula.find'>, 'phrases'> & { phrases: ShownFormula[] };

/** The version of a formula before it is stored. */
const DRAWN = 0;

/** The phrases of a reference, and those that are followed; counted anew, as a job, when there are others to count. */
export function useFormulas(referenceId: string | null) {
  const { data: followed } = useQuery({ queryKey: keys.formulas, queryFn: () => send('formula.list', {}) });
  // What is drawn and not stored yet cannot be counted.
  const own = useMemo(
    () =>
      followed
        ?.filter(({ version }) => version !== DRAWN)
        .map(({ phrase }) => phrase)
        .toSorted(),
    [followed],
  );
  const { data: counts, error } = useQuery({
    queryKey: keys.formulaCounts(referenceId, own ?? []),
    queryFn: () => runShownJob('formulas', 'formula.find', { referenceId }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled: own !== undefined,
  });
  const data = useMemo((): FormulaCounts | undefined => {
    if (counts === undefined || followed === undefined) return undefined;
    const byPhrase = new Map(followed.map((formula) => [foldPhrase(formula.phrase), formula]));
    return {
      ...counts,
      phrases: counts.phrases.map((use) => ({ ...use, formula: byPhrase.get(foldPhrase(use.phrase)) ?? null })),
    };
  }, [counts, followed]);
  return { data, error };
}

export function useFormulaPassages(phrase: string) {
  return useQuery({ queryKey: keys.formulaPassages(phrase), queryFn: () => send('formula.passages', { phrase }) });
}

export function followFormula(phrase: string, referenceId: string | null, older = false): void {
  const input = { id: uuidv7(), phrase, referenceId, older };
  draw((list) => [...list, { ...input, version: DRAWN, note: '' }]);
  save('formula.create', input).catch(refused);
}

/** What is older than the reference is followed from then on. */
export function setOlder({ phrase, formula }: ShownFormula, referenceId: string | null, older: boolean): void {
  if (formula === null) followFormula(phrase, referenceId, older);
  else change(formula, { older });
}

export function writeNote(formula: Formula, note: string): void {
  if (formula.note !== note) change(formula, { note });
}

function change(formula: Formula, changed: Partial<Pick<Formula, 'older' | 'note'>>): void {
  draw((list) => list.map((each) => (each.id === formula.id ? { ...each, ...changed } : each)));
  save('formula.update', { id: formula.id, version: formula.version, ...changed }).catch(refused);
}

export function letGo({ id, version, phrase }: Formula): void {
  save('formula.remove', { id, version }).then(
    () => notify('quiet', t('formulas.letGoDone', { phrase }), undoOffer()),
    alertFailure,
  );
}

/** Shows a change before it is stored. */
function draw(changed: (list: Formula[]) => Formula[]): void {
  queryClient.setQueryData<Formula[]>(keys.formulas, (list) => (list === undefined ? list : changed(list)));
}

function refused(thrown: unknown): void {
  void queryClient.invalidateQueries({ queryKey: keys.formulas });
  alertFailure(thrown);
}
