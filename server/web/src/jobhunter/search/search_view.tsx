// SPDX-License-Identifier: EUPL-1.2
import type {
  CandidateSearch,
  ConceptKind,
  Download,
  Facet,
  FileForm,
  QueryChip,
  SearchHelp,
  VacancySearch,
} from '@passend/client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageSizes, useFragmentState } from '../../shared/fragment_state';
import { usePreferences } from '../../shared/preferences';
import { Choice } from '../../shared/ui/choice';
import { DownloadButtons } from '../../shared/ui/download_buttons';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { Loading } from '../../shared/ui/loading';
import { Pager } from '../../shared/ui/pager';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { useAlternatives } from './alternatives';
import { ChosenFilters } from './chosen_filters';
import { EmptyResult } from './empty_result';
import { facetGroups } from './facet_groups';
import { Filters } from './filters';
import { SearchForm } from './search_form';
import { searchCodec, sortsFor, withChange, type FacetField, type SearchState } from './search_state';

interface SearchResult<Hit> {
  total: number;
  hits: Hit[];
  chips: QueryChip[];
  facets: Facet[];
  help?: SearchHelp;
}

interface SearchViewProps<Hit, Search> {
  /** Which texts: `vacancies` or `candidates`. */
  kind: 'vacancies' | 'candidates';
  /** What the page is called, where it is not all of them. */
  title?: string;
  /** What is said when there is nobody or nothing at all. */
  none?: string;
  facets: readonly FacetField[];
  suggest: readonly ConceptKind[];
  searchOf(state: SearchState): Search;
  useSearch(search: Search): UseQueryResult<SearchResult<Hit>>;
  fetchFile(search: Search, form: FileForm): Promise<Download>;
  hitId(hit: Hit): string;
  renderHit(hit: Hit): ReactNode;
}

export function SearchView<Hit, Search extends VacancySearch | CandidateSearch>(props: SearchViewProps<Hit, Search>) {
  const { kind, title, none, facets, suggest, searchOf, useSearch, fetchFile, hitId, renderHit } = props;
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { state, addressOf, push } = useFragmentState(searchCodec);
  const result = useSearch(searchOf(state));
  const alternatives = useAlternatives(kind, facets, state, searchOf);
  const groups = facetGroups(facets, [...alternatives, ...(result.data?.facets ?? [])], state, { t, format });
  const name = title ?? t(`${kind}.title`);
  const heading = useHeadingFocus(name);
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {name}
      </Heading>
      <SearchForm
        label={t(`${kind}.searchLabel`)}
        hint={t('search.hint')}
        initialQuery={state.query}
        suggest={suggest}
        onSearch={(query) => push(withChange(state, { query }))}
      />
      <div className="search-page">
        <Filters groups={groups} state={state} onChange={push} />
        <section className="results" aria-labelledby="results-heading">
          <Results
            {...{ kind, none, state, result, hitId, renderHit, push }}
            chosen={<ChosenFilters groups={groups} chips={result.data?.chips ?? []} state={state} onChange={push} />}
          />
          {result.data && (
            <Pager
              label={t('search.pages')}
              page={state.page}
              pageSize={state.pageSize}
              total={result.data.total}
              addressOf={(page) => addressOf({ ...state, page })}
              carried={undefined}
            />
          )}
          {result.data && (
            <div className="matches__actions">
              <DownloadButtons total={result.data.total} fetchFile={(form) => fetchFile(searchOf(state), form)} />
            </div>
          )}
        </section>
      </div>
    </>
  );
}

interface ResultsProps<Hit> extends Pick<SearchViewProps<Hit, never>, 'kind' | 'hitId' | 'renderHit'> {
  none: string | undefined;
  state: SearchState;
  result: UseQueryResult<SearchResult<Hit>>;
  chosen: ReactNode;
  push(next: SearchState): void;
}

function Results<Hit>({ kind, none, state, result, chosen, hitId, renderHit, push }: ResultsProps<Hit>) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { data, error, isPlaceholderData } = result;
  return (
    <>
      <div className="results__bar">
        <Heading level={2} appearance="level-4" id="results-heading">
          <span role="status">
            {data && !error
              ? t(`${kind}.count`, { count: data.total, shown: format.number(data.total) })
              : t('search.results')}
          </span>
        </Heading>
        <Choice
          label={t('search.sort')}
          value={state.sort}
          options={sortsFor(kind, state).map((sort) => ({ value: sort, label: t(`search.sorts.${sort}`) }))}
          onChoose={(sort) => push(withChange(state, { sort }))}
        />
        <Choice
          label={t('search.pageSize')}
          value={String(state.pageSize)}
          options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
          onChoose={(size) => push(withChange(state, { pageSize: Number(size) }))}
        />
      </div>
      {chosen}
      {error && <ProblemAlert error={error} onRetry={() => void result.refetch()} />}
      {!data && !error && <Loading />}
      {data && !error && data.total === 0 && (
        <EmptyResult kind={kind} none={none} state={state} chips={data.chips} help={data.help} onChange={push} />
      )}
      {data && !error && (
        <ol className={isPlaceholderData ? 'hits hits--old' : 'hits'} aria-busy={isPlaceholderData}>
          {data.hits.map((hit) => (
            <li key={hitId(hit)} className="hit">
              {renderHit(hit)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
