// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { dropUnusedTokens } from './unused_tokens';

// The server sends `default-src 'self'`: nothing may be inlined as data: and nothing comes from elsewhere.
export default defineConfig({
  plugins: [react()],
  css: { postcss: { plugins: [dropUnusedTokens()] } },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': { target: process.env.PASSEND_URL ?? 'http://127.0.0.1:8080', changeOrigin: true } },
  },
  test: { include: ['tests/**/*.test.ts'], reporters: ['default', './tests/count_reporter.ts'] },
});
