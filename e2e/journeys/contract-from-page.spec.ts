import { v7 as uuidv7 } from 'uuid';
import { type Answer, errorCodes, errorReasons, type OperationError } from '#domain/contract/answer.ts';
import { contract } from '#domain/contract/index.ts';
import { dumpCorpus } from '../fixtures/corpus-file.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { type HostileCall, hostileCalls } from '../steps/hostile-input.ts';
import type { Known } from '../steps/strangers.ts';
import { categoryId } from '../steps/picker.ts';

/** All calls, from the page, one after the other. */
async function sendAll({ page }: Workbench, calls: HostileCall[]): Promise<Answer<unknown>[]> {
  return await page.evaluate(async (calls) => {
    const send = async ({ operation, input }: HostileCall): Promise<Answer<unknown>> => {
      if (window.jianzhu !== undefined)
        return (await window.jianzhu.send(operation as string, input)) as Answer<unknown>;
      const body = JSON.stringify({ operation, input });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/send', { method: 'POST', body, headers });
      return (await response.json()) as Answer<unknown>;
    };
    const answers: Answer<unknown>[] = [];
    const together = 16;
    for (let at = 0; at < calls.length; at += together)
      answers.push(...(await Promise.all(calls.slice(at, at + together).map(send))));
    return answers;
  }, calls);
}

/** The session, but for the place in the text and the panes, which the page itself keeps meanwhile. */
async function whoAndWhere(workbench: Workbench): Promise<unknown> {
  const { preferences, ...session } = await workbench.ask('session.get', {});
  const { places: _places, panes: _panes, ...kept } = preferences;
  return { ...session, preferences: kept };
}

/** A job answers with its id at once, and is refused by how it ends. */
async function settled(workbench: Workbench, answer: Answer<unknown>): Promise<Answer<unknown>> {
  const { job } = answer.ok ? (answer.value as { job?: string }) : {};
  if (job === undefined) return answer;
  await expect.poll(async () => (await workbench.ask('job.get', { job })).state).not.toBe('running');
  const { state, error, result } = await workbench.ask('job.get', { job });
  return state === 'failed' ? { ok: false, error: error as OperationError } : { ok: true, value: result };
}

/** The calls that were not refused as they should have been, each with its answer. */
function wronglyAnswered(calls: HostileCall[], answers: Answer<unknown>[]): unknown[] {
  return calls.flatMap(({ operation, input }, index) => {
    const answer = answers[index];
    const refusal = answer?.ok === false ? answer.error : null;
    const clear =
      refusal !== null &&
      refusal.code !== 'internal' &&
      errorCodes.includes(refusal.code) &&
      errorReasons.includes(refusal.details.reason) &&
      refusal.message.length > 10;
    return clear ? [] : [{ operation, input: JSON.stringify(input)?.slice(0, 200), answer }];
  });
}

async function prepare(workbench: Workbench): Promise<{ known: Known; corpusFile: string }> {
  const { article, corpusFile } = await startWithArticle(workbench);
  const linkId = uuidv7();
  const made = await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: { start: 0, end: 5 },
    exact: article.text.slice(0, 5),
    note: '不可變',
    links: [{ id: linkId, categoryId: categoryId('13·50'), relation: 'verbatim' }],
  });
  const known = {
    articleId: article.id,
    articleVersion: article.version,
    revisionId: article.revisionId,
    textLength: article.length,
    annotationId: made.id,
    annotationVersion: made.version,
    linkId,
  };
  return { known, corpusFile };
}

test('every operation refuses missing, wrong and hostile input clearly, and the corpus is as before', async ({
  workbench,
}) => {
  // Thousands of calls.
  test.slow();
  const { known, corpusFile } = await prepare(workbench);
  const { byForm, byService } = hostileCalls(known);
  const asked = new Set(byForm.map(({ operation }) => operation));
  expect(Object.keys(contract).filter((operation) => !asked.has(operation))).toEqual([]);
  const before = dumpCorpus(corpusFile);
  const session = await whoAndWhere(workbench);

  const formal = await sendAll(workbench, byForm);
  expect(wronglyAnswered(byForm, formal)).toEqual([]);
  const codes = formal.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(new Set(codes)).toEqual(new Set(['invalid', 'not-found']));
  const served = await Promise.all((await sendAll(workbench, byService)).map((answer) => settled(workbench, answer)));
  expect(wronglyAnswered(byService, served)).toEqual([]);

  expect(dumpCorpus(corpusFile)).toEqual(before);
  expect(await whoAndWhere(workbench)).toEqual(session);
});
