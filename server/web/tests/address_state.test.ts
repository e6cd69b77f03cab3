// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  matchCodec,
  matchRequestOf,
  otherList,
  relaxationsRequestOf,
  withToggled,
} from '../src/jobhunter/match/match_state';
import { candidateSearchOf, vacancySearchOf } from '../src/jobhunter/search/search_request';
import { normalPostcode } from '../src/shared/format/entered';
import {
  emptySearch,
  searchCodec,
  sortsFor,
  toggled,
  unknownValue,
  withChange,
  type SearchState,
} from '../src/jobhunter/search/search_state';
import { fragmentOf } from '../src/shared/fragment_state';

const again = (state: SearchState) => searchCodec.read(searchCodec.write(state));
const read = (text: string) => searchCodec.read(new URLSearchParams(text));

const fullSearch: SearchState = {
  query: 'kok & "half & half" +50% #1',
  filters: {
    municipality: ['Hilversum', 'Gooise Meren'],
    occupation: ['https://linkeddata.example/a?b=c&d#e'],
    sector: ['5210'],
  },
  postcode: '1211AB',
  radiusKm: 25,
  sort: 'freshness',
  like: '0123456789abcdef0123456789abcdef',
  within: ['00000000000000000000000000000001', '00000000000000000000000000000002'],
  page: 3,
  pageSize: 50,
};

describe('The state of a search in its address', () => {
  it('comes back whole, whatever stands in the words', () => expect(again(fullSearch)).toEqual(fullSearch));

  it('is empty for an empty search', () => expect(fragmentOf(searchCodec, emptySearch)).toBe(''));

  it.each([
    'pagina=0',
    'pagina=-1',
    'pagina=1e9',
    'pagina=zes',
    'aantal=7',
    'km=0',
    'km=9999',
    'volgorde=toString',
    'postcode=0000',
    'lijktop=nummer',
    'binnen=1.2',
    'x=y',
  ])('falls back to the default for %s', (text) => expect(read(text)).toEqual(emptySearch));

  it('bounds what someone puts in by hand', () => {
    expect(read(`zoek=${'a'.repeat(2000)}`).query).toHaveLength(512);
    expect(read(Array.from({ length: 90 }, (_, n) => `gemeente=g${n}`).join('&')).filters.municipality).toHaveLength(
      50,
    );
  });

  it('goes back to the first page when what is asked changes', () => {
    expect(withChange(fullSearch, { query: 'kok' }).page).toBe(1);
    expect(toggled(fullSearch, 'municipality', 'Laren').page).toBe(1);
  });

  it('asks for records that leave a field blank beside a value, and alone', () => {
    const unknown = toggled(emptySearch, 'sector', unknownValue);
    expect(vacancySearchOf(unknown, 'nl').filters).toEqual({ unknown: ['sector'] });
    expect(vacancySearchOf(toggled(unknown, 'sector', '5210'), 'nl').filters).toEqual({
      sectors: [5210],
      unknown: ['sector'],
    });
    expect(again(unknown)).toEqual(unknown);
  });

  it('orders by distance only from a postcode, and by closing date only vacancies', () => {
    expect(sortsFor('candidates', emptySearch)).toEqual(['relevance', 'freshness']);
    expect(sortsFor('vacancies', { ...emptySearch, postcode: '1211' })).toEqual([
      'relevance',
      'freshness',
      'distance',
      'closing',
    ]);
    expect(vacancySearchOf({ ...emptySearch, sort: 'distance' }, 'nl').sort).toBe('relevance');
  });

  it('adds a value, takes it away again and leaves no empty filter', () => {
    const one = toggled(emptySearch, 'driving_licence', 'B');
    expect(one.filters).toEqual({ driving_licence: ['B'] });
    expect(toggled(one, 'driving_licence', 'B').filters).toEqual({});
  });
});

describe('The request of a search', () => {
  it('carries every filter under its name in the API, sectors as numbers', () => {
    const { filters } = vacancySearchOf(fullSearch, 'nl');
    expect(filters).toEqual({
      municipalities: ['Hilversum', 'Gooise Meren'],
      occupationUris: ['https://linkeddata.example/a?b=c&d#e'],
      sectors: [5210],
      radius: { postcode: '1211AB', km: 25 },
    });
  });

  it('leaves out for candidates what only vacancies have', () => {
    const state = toggled(emptySearch, 'status', 'closed');
    expect(candidateSearchOf(state, 'nl').filters).toEqual({});
    expect(vacancySearchOf(state, 'nl').filters).toEqual({ statuses: ['closed'] });
  });
});

describe('A postcode', () => {
  it.each([
    ['1211', '1211'],
    ['1211ab', '1211AB'],
    [' 1211 AB ', '1211AB'],
  ])('%j is read as %s', (text, normal) => expect(normalPostcode(text)).toBe(normal));
  it.each(['', '121', '0211', '1211 A', '12111', 'Hilversum'])('%j is refused', (text) =>
    expect(normalPostcode(text)).toBeUndefined(),
  );
});

describe('The state of a ranked list in its address', () => {
  const id = 'a'.repeat(32);
  const state = {
    lane: 'one_question_open',
    sort: 'distance',
    profile: 'urgent',
    page: 2,
    pageSize: 10,
    seed: '00000000000000ff',
    open: [id],
  } as const;

  it('comes back whole', () =>
    expect(matchCodec.read(matchCodec.write({ ...state, open: [...state.open] }))).toEqual(state));

  it('refuses a seed or an id that is none', () => {
    const { seed, open } = matchCodec.read(new URLSearchParams('loting=xyz&uitleg=../etc&uitleg='));
    expect({ seed, open }).toEqual({ seed: '', open: [] });
  });

  it('begins another list at its first page with nothing unfolded', () =>
    expect(otherList({ ...state, open: [id] }, { sort: 'supply' })).toMatchObject({
      page: 1,
      open: [],
      sort: 'supply',
      lane: 'one_question_open',
    }));

  it('unfolds and folds one row', () => {
    const opened = withToggled({ ...state, open: [] }, id);
    expect(opened.open).toEqual([id]);
    expect(withToggled(opened, id).open).toEqual([]);
  });

  it('asks for other weights only when they were chosen, in lists and in what-if alike', () => {
    expect(matchRequestOf({ ...state, open: [] }, 'nl').weights).toEqual({ profile: 'urgent' });
    expect(relaxationsRequestOf({ ...state, open: [] }, 'en')).toEqual({
      language: 'en',
      weights: { profile: 'urgent' },
    });
    expect('weights' in matchRequestOf({ ...state, profile: '', open: [] }, 'nl')).toBe(false);
    expect(matchCodec.read(new URLSearchParams('weging=../x')).profile).toBe('');
  });

  it('sends the seed only when there is one', () => {
    expect(matchRequestOf({ ...state, open: [] }, 'nl').seed).toBe('00000000000000ff');
    expect('seed' in matchRequestOf({ ...state, seed: '', open: [] }, 'nl')).toBe(false);
  });
});
