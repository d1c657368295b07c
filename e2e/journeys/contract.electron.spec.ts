import type { Answer } from '#domain/contract/answer.ts';
import { expect, test } from '../fixtures/workbench.ts';

test('what only the bridge can carry is refused like anything else', async ({ workbench }) => {
  await workbench.start();
  const answers = await workbench.page.evaluate(async () => {
    const send = (operation: unknown, input: unknown) => window.jianzhu?.send(operation as string, input);
    const round: Record<string, unknown> = {};
    round['self'] = round;
    const carried = [
      new Map([['articleId', 'x']]),
      new Date(),
      new Uint8Array(8),
      10n,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      /x/,
      new Error('x'),
      round,
    ];
    const uncarried = [() => 1, Symbol('x'), new WeakMap()];
    const attempt = async (input: unknown) => {
      try {
        return await send('article.get', input);
      } catch (error) {
        return `thrown: ${String(error)}`;
      }
    };
    return {
      carried: await Promise.all(carried.map(attempt)),
      uncarried: await Promise.all(uncarried.map(attempt)),
      alive: await send('session.get', {}),
    };
  });
  for (const answer of answers.carried)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', details: { reason: 'bad-input' } } });
  for (const answer of answers.uncarried)
    expect(typeof answer === 'string' || (answer as Answer<unknown> | undefined)?.ok === false).toBe(true);
  expect(answers.alive).toMatchObject({ ok: true });
});

test('a message that is no call is refused by the host itself', async ({ workbench }) => {
  await workbench.start();
  const answers = await workbench.electron.application.evaluate(async ({ ipcMain, BrowserWindow }) => {
    type Handle = (event: unknown, message: unknown) => unknown;
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handle>;
    const [window] = BrowserWindow.getAllWindows();
    const handle = handlers.get('jianzhu');
    if (handle === undefined || window === undefined) throw new Error('no handler');
    const replies: unknown[] = [];
    const own = { senderFrame: window.webContents.mainFrame, sender: window.webContents };
    for (const message of [null, 0, 'call', [], {}, { kind: 'other' }, { kind: 'file' }, { kind: 'call' }])
      replies.push(await handle(own, message));
    for (const senderFrame of [
      null,
      { parent: {}, url: 'app://jianzhu/index.html' },
      { parent: null, url: 'app://jianzhu.evil/' },
    ])
      replies.push(await handle({ senderFrame }, { kind: 'call', operation: 'session.get', input: {} }));
    return { replies, channels: [...handlers.keys()] };
  });
  expect(answers.channels).toEqual(['jianzhu']);
  const codes = (answers.replies as Answer<unknown>[]).map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code !== 'invalid' && code !== 'not-found')).toEqual([]);
});
