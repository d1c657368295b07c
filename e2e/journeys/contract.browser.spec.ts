import type { Answer } from '#domain/contract/answer.ts';
import { expect, test } from '../fixtures/workbench.ts';

test('a body that is no call is refused, whatever it is', async ({ workbench }) => {
  const page = await workbench.start();
  const answers = await page.evaluate(async () => {
    const bodies: BodyInit[] = [
      '',
      'null',
      '[]',
      '"session.get"',
      '42',
      '{',
      '{"operation":',
      '{"operation":"session.get","input":{}}}',
      '{"__proto__":{"operation":"session.get"}}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `{"operation":"article.get","input":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
      '\ufeff{"operation":"article.get","input":{}}',
      new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
    ];
    const answers: unknown[] = [];
    for (const body of bodies) {
      const response = await fetch('/send', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      answers.push(await response.json());
    }
    return answers as Answer<unknown>[];
  });
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code !== 'invalid' && code !== 'not-found')).toEqual([]);
  expect((await workbench.send('session.get', {})).ok).toBe(true);
});
