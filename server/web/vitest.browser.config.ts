// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The tests of tests/browser, with the packages of this folder. One page at a time: the machine also runs the server. */
export default defineConfig({
  server: { fs: { allow: [here('.'), here('../../tests/browser')] } },
  resolve: {
    alias: {
      'axe-core': here('./node_modules/axe-core'),
      'playwright-core': here('./node_modules/playwright-core'),
      vitest: here('./node_modules/vitest'),
    },
  },
  test: {
    dir: here('../../tests/browser'),
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    reporters: ['verbose', here('./tests/count_reporter.ts')],
  },
});
