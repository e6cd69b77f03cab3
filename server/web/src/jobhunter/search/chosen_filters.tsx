// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icons';
import type { FacetGroup } from './facet_groups';
import { hasFilters, toggled, withChange, type SearchState } from './search_state';

interface ChosenFiltersProps {
  groups: readonly FacetGroup[];
  state: SearchState;
  onChange(next: SearchState): void;
}

/** Everything that narrows the list, above the list, each to be taken away with one press. */
export function ChosenFilters({ groups, state, onChange }: ChosenFiltersProps) {
  const { t } = useTranslation();
  if (!hasFilters(state)) return null;
  const chosen = groups.flatMap(({ facet, values }) =>
    values.filter(({ isChosen }) => isChosen).map(({ value, label }) => ({ facet, value, label })),
  );
  return (
    <ul className="chips" aria-label={t('search.chosen')}>
      {state.postcode !== '' && (
        <li>
          <Chip
            label={t('search.radius.chosen', { km: state.radiusKm, postcode: state.postcode })}
            onRemove={() => onChange(withChange(state, { postcode: '' }))}
          />
        </li>
      )}
      {chosen.map(({ facet, value, label }) => (
        <li key={`${facet} ${value}`}>
          <Chip label={label} onRemove={() => onChange(toggled(state, facet, value))} />
        </li>
      ))}
      <li>
        <button
          type="button"
          className="link-button"
          onClick={() => onChange(withChange(state, { filters: {}, postcode: '' }))}
        >
          {t('search.clearFilters')}
        </button>
      </li>
    </ul>
  );
}

function Chip({ label, onRemove }: { label: string; onRemove(): void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="chip" onClick={onRemove} aria-label={t('search.removeFilter', { label })}>
      {label} <Icon name="close" />
    </button>
  );
}
