// SPDX-License-Identifier: EUPL-1.2
import type { QueryChip } from '@passend/client';
import i18next, { type TFunction } from 'i18next';
import ICU from 'i18next-icu';
import { beforeAll, describe, expect, it } from 'vitest';
import { chipLabel } from '../src/jobhunter/search/chip_label';
import nl from '../src/shared/i18n/nl.json';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.use(ICU).init({ lng: 'nl', resources: { nl: { translation: nl } } });
});

const chip = (some: Partial<QueryChip>): QueryChip => ({
  kind: 'word',
  role: 'wanted',
  text: 'kok',
  begin: 0,
  end: 3,
  without: '',
  ...some,
});

describe('A part of a query', () => {
  it('is named as what it does', () => {
    expect(chipLabel(chip({}), t)).toBe('kok');
    expect(chipLabel(chip({ role: 'excluded', kind: 'phrase', text: '"jonge kok"' }), t)).toBe('niet: "jonge kok"');
    expect(chipLabel(chip({ role: 'wished', text: 'heftruck' }), t)).toBe('liefst: heftruck');
    expect(chipLabel(chip({ field: 'title', text: 'titel:kok' }), t)).toBe('titel: kok');
    expect(chipLabel(chip({ role: 'excluded', field: 'employer_name', text: 'werkgever:"A:B"' }), t)).toBe(
      'niet: werkgever: "A:B"',
    );
  });
});
