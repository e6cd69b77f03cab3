// SPDX-License-Identifier: EUPL-1.2
import type { QueryChip } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icons';
import { shortId } from '../names';
import { chipLabel } from './chip_label';
import type { FacetGroup } from './facet_groups';
import { hasFilters, noFilters, toggled, unknownValue, withChange, type SearchState } from './search_state';

interface ChosenFiltersProps {
  groups: readonly FacetGroup[];
  /** The words as the server understood them. */
  chips: readonly QueryChip[];
  state: SearchState;
  onChange(next: SearchState): void;
}

/** Everything that narrows the list, above the list, each to be taken away with one press. */
export function ChosenFilters({ groups, chips, state, onChange }: ChosenFiltersProps) {
  const { t } = useTranslation();
  if (!hasFilters(state) && chips.length === 0) return null;
  const change = (next: Partial<SearchState>) => onChange(withChange(state, next));
  const chosen = groups.flatMap(({ facet, values }) =>
    values.filter(({ isChosen }) => isChosen).map(({ value, label }) => ({ facet, value, label })),
  );
  return (
    <ul className="chips" aria-label={t('search.chosen')}>
      {chips.map((chip) => (
        <Chip
          key={`${chip.begin}`}
          look={chip.role === 'wanted' ? undefined : chip.role}
          label={chipLabel(chip, t)}
          onRemove={() => change({ query: chip.without })}
        />
      ))}
      {state.like !== '' && (
        <Chip label={t('search.like', { id: shortId(state.like) })} onRemove={() => change({ like: '' })} />
      )}
      {state.within.length > 0 && (
        <Chip label={t('search.within', { count: state.within.length })} onRemove={() => change({ within: [] })} />
      )}
      {state.postcode !== '' && (
        <Chip
          label={t('search.radius.chosen', { km: state.radiusKm, postcode: state.postcode })}
          onRemove={() => change({ postcode: '' })}
        />
      )}
      {chosen.map(({ facet, value, label }) => (
        <Chip
          key={`${facet} ${value}`}
          label={value === unknownValue ? `${t(`facet.${facet}`)}: ${label}` : label}
          onRemove={() => onChange(toggled(state, facet, value))}
        />
      ))}
      {hasFilters(state) && (
        <li>
          <button type="button" className="link-button" onClick={() => change(noFilters)}>
            {t('search.clearFilters')}
          </button>
        </li>
      )}
    </ul>
  );
}

interface ChipProps {
  label: string;
  look?: 'wished' | 'excluded' | undefined;
  onRemove(): void;
}

function Chip({ label, look, onRemove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <li>
      <button
        type="button"
        className={look ? `chip chip--${look}` : 'chip'}
        onClick={onRemove}
        aria-label={t('search.removeFilter', { label })}
      >
        {label} <Icon name="close" />
      </button>
    </li>
  );
}
