// SPDX-License-Identifier: EUPL-1.2
import type { QueryChip, SearchHelp } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/preferences';
import { chipLabel } from './chip_label';
import { filterFields, hasFilters, noFilters, withChange, type SearchState } from './search_state';

interface EmptyResultProps {
  kind: 'vacancies' | 'candidates';
  /** What is said when there is nobody or nothing at all; absent: that nothing has been loaded yet. */
  none: string | undefined;
  state: SearchState;
  chips: readonly QueryChip[];
  help: SearchHelp | undefined;
  onChange(next: SearchState): void;
}

type Drop = SearchHelp['drops'][number];
type Counted = { total?: number; fewerThan?: 5 };

/** Says what can be done and what it brings, and does it with one press. */
export function EmptyResult({ kind, none, state, chips, help, onChange }: EmptyResultProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const isEverything = state.query === '' && !hasFilters(state);
  const found = ({ total, fewerThan }: Counted) =>
    total === undefined
      ? t('search.fewerThan', { count: fewerThan ?? 5 })
      : t(`${kind}.count`, { count: total, shown: format.number(total) });
  const change = (next: Partial<SearchState>) => onChange(withChange(state, next));
  const meant = help?.didYouMean;
  // Without the only thing that is asked there is everything, which is no help.
  const drops = chips.length === 1 && !hasFilters(state) ? [] : (help?.drops ?? []);
  return (
    <div className="empty">
      <p>{isEverything ? (none ?? t(`${kind}.none`)) : t(`${kind}.empty`)}</p>
      {meant && (
        <p>
          {t('search.meant')}{' '}
          <button type="button" className="link-button" onClick={() => change({ query: meant.query })}>
            {meant.query}
          </button>{' '}
          <span className="empty__count">({found(meant)})</span>
        </p>
      )}
      {drops.length > 0 && (
        <>
          <p>{t('search.dropOne')}</p>
          <ul className="empty__drops">
            {drops.map((drop) => (
              <li key={drop.chip ?? drop.filters?.join()}>
                <button type="button" className="link-button" onClick={() => change(without(drop, state, chips))}>
                  {t('search.without', { part: partOf(drop, chips, t) })}
                </button>{' '}
                <span className="empty__count">({found(drop)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.query !== '' && !meant && drops.length === 0 && <p>{t('search.emptyWords')}</p>}
      <p className="empty__actions">
        {hasFilters(state) && (
          <Button purpose="secondary" onClick={() => change(noFilters)}>
            {t('search.clearFilters')}
          </Button>
        )}
        {state.query !== '' && (
          <Button purpose="secondary" onClick={() => change({ query: '' })}>
            {t('search.clearQuery')}
          </Button>
        )}
      </p>
    </div>
  );
}

function without({ chip, filters = [] }: Drop, state: SearchState, chips: readonly QueryChip[]): Partial<SearchState> {
  if (chip !== undefined) return { query: chips[chip]?.without ?? '' };
  const left = { ...state.filters };
  for (const { facet, filter } of filterFields) {
    if (filters.includes(filter)) delete left[facet];
  }
  return { filters: left, ...(filters.includes('radius') ? { postcode: '' } : {}) };
}

function partOf({ chip, filters = [] }: Drop, chips: readonly QueryChip[], t: ReturnType<typeof useTranslation>['t']) {
  const part = chip === undefined ? undefined : chips[chip];
  if (part) return chipLabel(part, t);
  if (filters.includes('radius')) return t('search.place');
  const facet = filterFields.find(({ filter }) => filters.includes(filter))?.facet;
  return facet ? t('search.filterNamed', { facet: t(`facet.${facet}`) }) : t('search.filters');
}
