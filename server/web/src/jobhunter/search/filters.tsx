// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetGroup } from './facet_groups';
import { FilterPanel } from './filter_panel';
import { RadiusFilter } from './radius_filter';
import type { SearchState } from './search_state';

interface FiltersProps {
  groups: readonly FacetGroup[];
  state: SearchState;
  onChange(next: SearchState): void;
}

/** Beside the list where there is room, folded above it on a phone. */
export function Filters({ groups, state, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [areFiltersShown, setAreFiltersShown] = useState(false);
  return (
    <aside className="filters" aria-label={t('search.filters')}>
      <button
        type="button"
        className="nl-button nl-button--secondary filters__toggle"
        aria-expanded={areFiltersShown}
        onClick={() => setAreFiltersShown(!areFiltersShown)}
      >
        {areFiltersShown ? t('search.hideFilters') : t('search.showFilters')}
      </button>
      <div className={areFiltersShown ? 'filters__body filters__body--shown' : 'filters__body'}>
        <Heading level={2} appearance="level-4">
          {t('search.filters')}
        </Heading>
        <RadiusFilter state={state} onChange={onChange} />
        <FilterPanel groups={groups} state={state} onChange={onChange} />
      </div>
    </aside>
  );
}
