// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { hasFilters, withChange, type SearchState } from './search_state';

interface EmptyResultProps {
  kind: 'vacancies' | 'candidates';
  state: SearchState;
  onChange(next: SearchState): void;
}

/** Says what can be done, and does it with one press. */
export function EmptyResult({ kind, state, onChange }: EmptyResultProps) {
  const { t } = useTranslation();
  const isEverything = state.query === '' && !hasFilters(state);
  return (
    <div className="empty">
      <p>{t(isEverything ? `${kind}.none` : `${kind}.empty`)}</p>
      {state.query !== '' && <p>{t('search.emptyWords')}</p>}
      <p className="empty__actions">
        {hasFilters(state) && (
          <Button purpose="secondary" onClick={() => onChange(withChange(state, { filters: {}, postcode: '' }))}>
            {t('search.clearFilters')}
          </Button>
        )}
        {state.query !== '' && (
          <Button purpose="secondary" onClick={() => onChange(withChange(state, { query: '' }))}>
            {t('search.clearQuery')}
          </Button>
        )}
      </p>
    </div>
  );
}
