import { existsSync } from 'node:fs';
import { built } from './fixtures/program.ts';

/** The journeys drive the built program; they never build it themselves. */
export default function assertBuilt(): void {
  const missing = Object.values(built).find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new Error(
      `The program is not built (${missing} is missing): run npm run build, or npm test, which builds it.`,
    );
}
