// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('The client was generated from the contract as it is; if this fails, run `npm run types`', () => {
  const check = () => execFileSync('npm', ['--prefix', 'client', 'run', '--silent', 'generate', '--', '--check']);
  expect(check).not.toThrow();
}, 60_000);
