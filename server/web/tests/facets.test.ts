// SPDX-License-Identifier: EUPL-1.2
import i18next, { type TFunction } from 'i18next';
import ICU from 'i18next-icu';
import { beforeAll, describe, expect, it } from 'vitest';
import { facetGroups, facetLabel } from '../src/jobhunter/search/facet_groups';
import { emptySearch, toggled } from '../src/jobhunter/search/search_state';
import { Format } from '../src/shared/format/format';
import nl from '../src/shared/i18n/nl.json';

const format = new Format('nl');
let t: TFunction;
beforeAll(async () => {
  t = await i18next.use(ICU).init({ lng: 'nl', resources: { nl: { translation: nl } } });
});

const labelOf = (facet: Parameters<typeof facetLabel>[0], value: string, label = value) =>
  facetLabel(facet, { value, label }, { t, format });

describe('The values of a filter', () => {
  it('are named in Dutch where the server gives a code, and as the server names them elsewhere', () => {
    expect(labelOf('contract_type', 'fixed_term')).toBe('Bepaalde tijd');
    expect(labelOf('work_level', 'mbo_havo_vwo')).toBe('mbo/havo/vwo');
    expect(labelOf('language', 'nld')).toBe('Nederlands');
    expect(labelOf('sector', '8710')).toBe('Zorg en welzijn (SBI 8710)');
    expect(labelOf('occupation', 'urn:x:1', 'Kok')).toBe('Kok');
    expect(labelOf('agreement', 'not_a_code')).toBe('not_a_code');
  });

  it('keep in sight what is chosen though nothing was counted for it', () => {
    const state = toggled(emptySearch, 'municipality', 'Laren');
    const counted = [{ field: 'municipality', values: [{ value: 'Hilversum', label: 'Hilversum', count: 3 }] }];
    const [group] = facetGroups(['municipality'], counted, state, { t, format });
    expect(group?.values.map(({ value, count, isChosen }) => [value, count, isChosen])).toEqual([
      ['Hilversum', 3, false],
      ['Laren', undefined, true],
    ]);
  });

  it('end with the records that leave the field blank', () => {
    const counted = [{ field: 'sector', values: [{ value: '8710', label: '8710', count: 3 }], unknown: { count: 12 } }];
    const [group] = facetGroups(['sector'], counted, emptySearch, { t, format });
    expect(group?.values.map(({ label, count }) => [label, count])).toEqual([
      ['Zorg en welzijn (SBI 8710)', 3],
      ['Niet ingevuld', 12],
    ]);
  });

  it('always offer closed vacancies, which are not counted until they are asked for', () => {
    const [group] = facetGroups(
      ['status'],
      [{ field: 'status', values: [{ value: 'open', label: 'open', count: 9 }] }],
      emptySearch,
      { t, format },
    );
    expect(group?.values.map(({ label }) => label)).toEqual(['Open', 'Gesloten']);
  });
});
