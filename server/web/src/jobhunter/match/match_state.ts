// SPDX-License-Identifier: EUPL-1.2
import type { Language, MatchRequest, RelaxationsRequest } from '@passend/client';
import type { ListedLane } from '../../shared/api/types';
import { defaultPageSize, oneOf, readPage, readPageSize, type FragmentCodec } from '../../shared/fragment_state';

export const matchSorts = ['combined', 'demand', 'supply', 'distance', 'freshness'] as const;

export interface MatchState {
  lane: ListedLane;
  sort: (typeof matchSorts)[number];
  /** Name of the weights profile; empty: that of the server. */
  profile: string;
  page: number;
  pageSize: number;
  /** Order of equals; carried from page to page so that nobody is skipped or shown twice. Empty on the first visit. */
  seed: string;
  /** Ids of the rows whose explanation is open. */
  open: string[];
}

const laneNames: Record<ListedLane, string> = { fits: 'past', one_question_open: 'vraag' };
const maximumOpen = 25;
const readProfile = (text: string | null) => (text !== null && /^[a-z0-9-]{1,60}$/.test(text) ? text : '');

export const matchCodec: FragmentCodec<MatchState> = {
  read(parameters) {
    const seed = parameters.get('loting') ?? '';
    return {
      lane: parameters.get('groep') === laneNames.one_question_open ? 'one_question_open' : 'fits',
      sort: oneOf(matchSorts, parameters.get('volgorde')),
      profile: readProfile(parameters.get('weging')),
      page: readPage(parameters.get('pagina')),
      pageSize: readPageSize(parameters.get('aantal')),
      seed: /^[0-9a-f]{16}$/.test(seed) ? seed : '',
      open: parameters
        .getAll('uitleg')
        .filter((id) => /^[0-9a-f]{32}$/.test(id))
        .slice(0, maximumOpen),
    };
  },
  write(state) {
    const parameters = new URLSearchParams();
    if (state.lane !== 'fits') parameters.set('groep', laneNames[state.lane]);
    if (state.sort !== 'combined') parameters.set('volgorde', state.sort);
    if (state.profile !== '') parameters.set('weging', state.profile);
    if (state.page !== 1) parameters.set('pagina', String(state.page));
    if (state.pageSize !== defaultPageSize) parameters.set('aantal', String(state.pageSize));
    if (state.seed !== '') parameters.set('loting', state.seed);
    for (const id of state.open) parameters.append('uitleg', id);
    return parameters;
  },
};

/** Another list begins at its first page with nothing unfolded. */
export const otherList = (state: MatchState, change: Partial<MatchState>): MatchState => ({
  ...state,
  page: 1,
  open: [],
  ...change,
});

export function withToggled(state: MatchState, id: string): MatchState {
  const isOpen = state.open.includes(id);
  return { ...state, open: isOpen ? state.open.filter((other) => other !== id) : [...state.open, id] };
}

export function matchRequestOf(state: MatchState, language: Language): MatchRequest {
  return {
    lane: state.lane,
    sort: state.sort,
    language,
    page: state.page,
    pageSize: state.pageSize,
    ...(state.profile === '' ? {} : { weights: { profile: state.profile } }),
    ...(state.seed === '' ? {} : { seed: state.seed }),
  };
}

export function relaxationsRequestOf(state: MatchState, language: Language): RelaxationsRequest {
  return { language, ...(state.profile === '' ? {} : { weights: { profile: state.profile } }) };
}
