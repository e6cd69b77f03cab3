// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConceptKind } from '../../shared/api/types';
import { useFollowingState } from '../../shared/following_state';
import { useSuggestions } from './suggestions';

interface SearchFormProps {
  label: string;
  hint?: string;
  initialQuery: string;
  suggest: readonly ConceptKind[];
  onSearch(query: string): void;
}

export function SearchForm({ label, hint, initialQuery, suggest, onSearch }: SearchFormProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useFollowingState(initialQuery);
  const id = useId();
  const suggestions = useSuggestions(query, suggest);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(query.trim());
  };
  return (
    <form role="search" aria-label={label} className="search-form" onSubmit={submit}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="search-form__row">
        <input
          id={id}
          type="search"
          className="utrecht-textbox search-form__box"
          value={query}
          maxLength={512}
          autoComplete="off"
          list={`${id}-suggestions`}
          onChange={(event) => setQuery(event.target.value)}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        />
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
        <Button purpose="primary" type="submit">
          {t('search.action')}
        </Button>
      </div>
    </form>
  );
}
