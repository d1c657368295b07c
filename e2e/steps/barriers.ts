import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Found {
  rule: string;
  impact: string | null | undefined;
  at: string[];
}

/** What axe holds to be serious or critical in what is on the screen now. */
export async function barriers(page: Page): Promise<Found[]> {
  // Half-way through a change of colour nothing is as it will be.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Legacy mode works in the page itself; the other opens a second window, which the program refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      at: nodes.map(
        ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      ),
    }));
}
