// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { OnceKeys } from '../src/shared/api/once_keys';

describe('The key of what somebody does', () => {
  it('stays while the same is tried again, and is another one for anything else and once it is done', () => {
    const keys = new OnceKeys();
    const first = keys.keyFor({ title: 'Kok' });
    expect(keys.keyFor({ title: 'Kok' })).toBe(first);
    const other = keys.keyFor({ title: 'Chef' });
    expect(other).not.toBe(first);
    keys.done();
    expect(keys.keyFor({ title: 'Chef' })).not.toBe(other);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
  });
});
