import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,main,renderer}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
