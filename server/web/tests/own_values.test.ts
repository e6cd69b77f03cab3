// SPDX-License-Identifier: EUPL-1.2
import type { Me } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { changesOf, valuesOf } from '../src/portal/own/own_values';

const me = {
  candidateId: '0'.repeat(32),
  changed: '2026-11-01T00:00:00.000Z',
  searchProfile: {
    id: '0'.repeat(32),
    source: { system: 'test', id: '1' },
    updated: '2026-11-01',
    summary: 'Werkt graag buiten',
    wantedOccupations: [{ uri: 'urn:kok', label: 'Kok' }, { label: 'Bakker' }],
    mobility: { postcode: '1211AB', maximumTravelMinutes: 30 },
    hours: { minimum: 16 },
  },
  detailProfile: { id: '0'.repeat(32), emails: ['een@voorbeeld.example', 'twee@voorbeeld.example'] },
} as unknown as Me;

describe('What a job seeker changes', () => {
  const change = (part: Partial<ReturnType<typeof valuesOf>>) => changesOf(me, { ...valuesOf(me), ...part });

  it('is nothing while nothing differs', () => {
    expect(change({})).toBeUndefined();
  });

  it('names what differs and nothing else', () => {
    expect(change({ summary: 'Ik kook' })).toEqual({ searchProfile: { summary: 'Ik kook' } });
    expect(change({ phone: ' 0612345678 ' })).toEqual({ detailProfile: { phones: ['0612345678'] } });
  });

  it('is a null for what is made empty', () => {
    expect(change({ summary: ' ', hoursMinimum: '' })).toEqual({
      searchProfile: { summary: null, hours: { minimum: null, maximum: null } },
    });
  });

  it('keeps the second e-mail address, and the concept of an occupation that stays', () => {
    expect(change({ email: 'nieuw@voorbeeld.example' })?.detailProfile).toEqual({
      emails: ['nieuw@voorbeeld.example', 'twee@voorbeeld.example'],
    });
    expect(change({ wanted: ['Kok', 'Tuinman'] })?.searchProfile).toEqual({
      wantedOccupations: [{ uri: 'urn:kok', label: 'Kok' }, { label: 'Tuinman' }],
    });
  });

  it('writes a postcode as the store has it', () => {
    expect(change({ postcode: '1234 ab' })?.searchProfile).toEqual({
      mobility: { postcode: '1234AB', maximumDistanceKm: null },
    });
  });
});
