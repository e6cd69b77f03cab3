// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { dropUnusedTokens } from './unused_tokens';

const server = new URL(process.env.PASSEND_URL ?? 'http://127.0.0.1:8080').origin;

// The server sends `default-src 'self'`: nothing may be inlined as data: and nothing comes from elsewhere.
export default defineConfig({
  plugins: [react()],
  // Its sources: only who installs the package needs it built.
  resolve: { alias: { '@passend/client': fileURLToPath(new URL('./client/src/index.ts', import.meta.url)) } },
  css: { postcss: { plugins: [dropUnusedTokens()] } },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    // The server answers its own pages only, so that a request passed on must look like one of them.
    proxy: { '/v1': { target: server, changeOrigin: true, headers: { Origin: server } } },
  },
  test: {
    include: ['tests/**/*.test.ts', 'client/tests/**/*.test.ts'],
    // Its entry for Node cannot make a message; the one for browsers, which we ship, can.
    server: { deps: { inline: ['i18next-icu'] } },
    reporters: ['default', './tests/count_reporter.ts'],
  },
});
