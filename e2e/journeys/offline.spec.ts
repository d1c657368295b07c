import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/workbench.ts';

test('the page can reach nothing but the program', async ({ workbench }) => {
  const heard: string[] = [];
  const elsewhere = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('reached');
  });
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  try {
    const page = await workbench.start();
    const before = page.url();
    const tried = await page.evaluate(async (address) => {
      const refused = async (act: () => Promise<unknown>) => {
        try {
          await act();
          return 'let through';
        } catch {
          return 'refused';
        }
      };
      // In a task of the page: what the debugger itself runs is let through by design.
      const later = (act: () => unknown) =>
        new Promise((done, fail) => {
          setTimeout(() => {
            try {
              done(act());
            } catch (error) {
              fail(error instanceof Error ? error : new Error(String(error)));
            }
          });
        });
      const run = Reflect.get(window, 'eval') as (code: string) => unknown;
      const make = Reflect.get(window, 'Function') as (code: string) => unknown;
      const loads = (element: HTMLElement) =>
        new Promise((done, fail) => {
          element.addEventListener('load', done);
          element.addEventListener('error', fail);
          setTimeout(fail, 3000);
          document.body.append(element);
        });
      const image = Object.assign(document.createElement('img'), { src: `${address}/image` });
      const script = Object.assign(document.createElement('script'), { src: `${address}/script` });
      const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${address}/sheet` });
      const outcome = {
        fetch: await refused(() => fetch(`${address}/fetch`)),
        noCors: await refused(() => fetch(`${address}/no-cors`, { mode: 'no-cors' })),
        web: await refused(() => fetch('https://example.invalid/')),
        socket: await refused(
          () =>
            new Promise((done, fail) => {
              const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
              socket.addEventListener('open', done);
              socket.addEventListener('error', fail);
            }),
        ),
        image: await refused(() => loads(image)),
        script: await refused(() => loads(script)),
        sheet: await refused(() => loads(sheet)),
        beacon: navigator.sendBeacon(`${address}/beacon`, 'x') ? 'queued' : 'refused',
        eval: await refused(() => later(() => run('1'))),
        functions: await refused(() => later(() => make('return 1'))),
      };
      for (const element of [image, script, sheet]) element.remove();
      return outcome;
    }, address);
    const { beacon, ...others } = tried;
    expect(new Set(Object.values(others)), JSON.stringify(tried)).toEqual(new Set(['refused']));
    expect(['queued', 'refused']).toContain(beacon);
    const inside = await page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(inside).toEqual([]);
    expect(page.url()).toBe(before);
    expect(heard).toEqual([]);
    // All of these were asked for by the journey, and stopped by the content policy.
    workbench.forgetAttempts();
  } finally {
    elsewhere.close();
  }
});
