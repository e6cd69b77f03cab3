// SPDX-License-Identifier: EUPL-1.2
import type { CandidateFacet, VacancyFacet } from '@passend/client';
import { normalPostcode } from '../../shared/format/entered';
import {
  defaultPageSize,
  oneOf,
  readPage,
  readPageSize,
  wholeNumber,
  type FragmentCodec,
} from '../../shared/fragment_state';

/** One filter: its facet and its member of `filters` in the API, and its Dutch name in the address. */
export const filterFields = [
  { facet: 'municipality', filter: 'municipalities', key: 'gemeente' },
  { facet: 'place', filter: 'places', key: 'plaats' },
  { facet: 'occupation', filter: 'occupationUris', key: 'beroep' },
  { facet: 'sector', filter: 'sectors', key: 'sector' },
  { facet: 'contract_type', filter: 'contractTypes', key: 'contract' },
  { facet: 'agreement', filter: 'agreements', key: 'overeenkomst' },
  { facet: 'work_level', filter: 'workLevels', key: 'niveau' },
  { facet: 'language', filter: 'languages', key: 'taal' },
  { facet: 'driving_licence', filter: 'drivingLicences', key: 'rijbewijs' },
  { facet: 'status', filter: 'statuses', key: 'status' },
] as const satisfies readonly { facet: CandidateFacet | VacancyFacet; filter: string; key: string }[];

export type FacetField = (typeof filterFields)[number]['facet'];

/** Stands among the values of a filter for records that leave the field blank; no code and no name looks like it. */
export const unknownValue = '?';

export const searchSorts = ['relevance', 'freshness', 'distance', 'closing'] as const;
export const defaultRadiusKm = 10;
export const radiusChoicesKm = [5, 10, 15, 25, 50] as const;

export interface SearchState {
  query: string;
  filters: Partial<Record<FacetField, string[]>>;
  /** Four digits, or four digits and two letters; empty for no radius. */
  postcode: string;
  radiusKm: number;
  sort: (typeof searchSorts)[number];
  /** Id of the record that the results resemble; empty for none. */
  like: string;
  /** Ids of the records to search in; empty for all. */
  within: string[];
  page: number;
  pageSize: number;
}

export const emptySearch: SearchState = {
  query: '',
  filters: {},
  postcode: '',
  radiusKm: defaultRadiusKm,
  sort: 'relevance',
  like: '',
  within: [],
  page: 1,
  pageSize: defaultPageSize,
};

const maximumQueryLength = 512;
const maximumValues = 50;
/** As many as a page of a list has. */
const maximumWithin = 100;
const isId = (text: string) => /^[0-9a-f]{32}$/.test(text);

export const searchCodec: FragmentCodec<SearchState> = {
  read(parameters) {
    const filters: SearchState['filters'] = {};
    for (const { facet, key } of filterFields) {
      const values = [...new Set(parameters.getAll(key))].filter((value) => value !== '').slice(0, maximumValues);
      if (values.length > 0) filters[facet] = values;
    }
    return {
      query: (parameters.get('zoek') ?? '').slice(0, maximumQueryLength),
      filters,
      postcode: normalPostcode(parameters.get('postcode') ?? '') ?? '',
      radiusKm: wholeNumber(parameters.get('km'), 1, 500, defaultRadiusKm),
      sort: oneOf(searchSorts, parameters.get('volgorde')),
      like: isId(parameters.get('lijktop') ?? '') ? (parameters.get('lijktop') ?? '') : '',
      within: (parameters.get('binnen') ?? '').split('.').filter(isId).slice(0, maximumWithin),
      page: readPage(parameters.get('pagina')),
      pageSize: readPageSize(parameters.get('aantal')),
    };
  },
  write(state) {
    const parameters = new URLSearchParams();
    if (state.query !== '') parameters.set('zoek', state.query);
    for (const { facet, key } of filterFields) {
      for (const value of state.filters[facet] ?? []) parameters.append(key, value);
    }
    if (state.postcode !== '') {
      parameters.set('postcode', state.postcode);
      parameters.set('km', String(state.radiusKm));
    }
    if (state.sort !== emptySearch.sort) parameters.set('volgorde', state.sort);
    if (state.like !== '') parameters.set('lijktop', state.like);
    if (state.within.length > 0) parameters.set('binnen', state.within.join('.'));
    if (state.page !== 1) parameters.set('pagina', String(state.page));
    if (state.pageSize !== defaultPageSize) parameters.set('aantal', String(state.pageSize));
    return parameters;
  },
};

/** Any change of what is asked begins again at the first page. */
export const withChange = (state: SearchState, change: Partial<SearchState>): SearchState => ({
  ...state,
  page: 1,
  ...change,
});

export function withoutFacet(state: SearchState, facet: FacetField): SearchState {
  const filters = { ...state.filters };
  delete filters[facet];
  return withChange(state, { filters });
}

export function toggled(state: SearchState, facet: FacetField, value: string): SearchState {
  const before = state.filters[facet] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  if (after.length === 0) return withoutFacet(state, facet);
  return withChange(state, { filters: { ...state.filters, [facet]: after } });
}

/** What narrows beside the words. */
export const noFilters = { filters: {}, postcode: '', like: '', within: [] } satisfies Partial<SearchState>;

export const hasFilters = ({ filters, postcode, like, within }: SearchState) =>
  Object.keys(filters).length > 0 || postcode !== '' || like !== '' || within.length > 0;

/** The orders that make sense: distance from a postcode, the closing date of vacancies. */
export const sortsFor = (kind: 'vacancies' | 'candidates', state: SearchState) =>
  searchSorts.filter(
    (sort) => (sort !== 'distance' || state.postcode !== '') && (sort !== 'closing' || kind === 'vacancies'),
  );
