import type { Page } from '@playwright/test';

/** Sends an operation from the page of a browser host; a refusal is thrown. */
export async function send<Value>(page: Page, operation: string, input: unknown): Promise<Value> {
  const answer = await page.evaluate(
    async ({ operation, input }) => {
      const response = await fetch('/send', { method: 'POST', body: JSON.stringify({ operation, input }) });
      return await response.json();
    },
    { operation, input },
  );
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value;
}

/** Starts a job and waits for its result. */
export async function finishJob<Result>(page: Page, operation: string, input: unknown): Promise<Result> {
  const { job } = await send<{ job: string }>(page, operation, input);
  for (;;) {
    const { state, result } = await send<{ state: string; result: Result }>(page, 'job.get', { job });
    if (state === 'done') return result;
    if (state !== 'running') throw new Error(`${operation} ended ${state}`);
    await page.waitForTimeout(20);
  }
}
