// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowingState } from '../../shared/following_state';
import { usePreferences } from '../../shared/preferences';
import type { FacetGroup } from './facet_groups';
import { toggled, unknownValue, type SearchState } from './search_state';

const shownAtFirst = 6;
/** More than this is looked for with words, not with the eye. */
const mostShown = 40;

interface FilterPanelProps {
  groups: readonly FacetGroup[];
  state: SearchState;
  onChange(next: SearchState): void;
}

export function FilterPanel({ groups, state, onChange }: FilterPanelProps) {
  return (
    <>
      {groups
        .filter(({ values }) => values.length > 0)
        .map((group) => (
          <FacetFieldset key={group.facet} group={group} state={state} onChange={onChange} />
        ))}
    </>
  );
}

function FacetFieldset({ group, state, onChange }: { group: FacetGroup } & Omit<FilterPanelProps, 'groups'>) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const [isLong, setIsLong] = useState(false);
  const { facet, values } = group;
  const limit = isLong ? mostShown : shownAtFirst;
  // What is not known stands last and in sight: it is what people forget to ask for.
  const shown = values.filter(({ value, isChosen }, place) => isChosen || place < limit || value === unknownValue);
  return (
    <fieldset className="facet">
      <legend className="facet__name">{t(`facet.${facet}`)}</legend>
      {shown.map((value) => (
        <FacetChoice
          key={value.value}
          label={value.label}
          count={value.count === undefined ? undefined : format.number(value.count)}
          fewerThan={value.fewerThan}
          isChosen={value.isChosen}
          onToggle={() => onChange(toggled(state, facet, value.value))}
        />
      ))}
      {values.length > shownAtFirst && (
        <button type="button" className="link-button" aria-expanded={isLong} onClick={() => setIsLong(!isLong)}>
          {isLong
            ? t('search.fewerValues')
            : t('search.moreValues', {
                count: Math.min(values.length, mostShown) - shown.length,
                facet: t(`facet.${facet}`),
              })}
        </button>
      )}
    </fieldset>
  );
}

interface FacetChoiceProps {
  label: string;
  count: string | undefined;
  fewerThan: number | undefined;
  isChosen: boolean;
  onToggle(): void;
}

function FacetChoice({ label, count, fewerThan, isChosen, onToggle }: FacetChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isTicked, setIsTicked] = useFollowingState(isChosen);
  const toggle = () => {
    setIsTicked(!isTicked);
    onToggle();
  };
  return (
    <div className="facet__choice">
      <input
        id={id}
        type="checkbox"
        className="utrecht-checkbox utrecht-checkbox--html-input"
        checked={isTicked}
        onChange={toggle}
      />
      <label htmlFor={id}>
        <span className="facet__label">{label}</span>{' '}
        <span className="facet__count">
          {count ?? (fewerThan !== undefined && t('search.fewerThan', { count: fewerThan }))}
        </span>
      </label>
    </div>
  );
}
