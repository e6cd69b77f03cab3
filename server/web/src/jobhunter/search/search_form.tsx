// SPDX-License-Identifier: EUPL-1.2
import type { ConceptKind } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowingState } from '../../shared/following_state';
import { Combobox } from '../../shared/ui/combobox';
import { MarkedText } from '../../shared/ui/marked_text';
import { useSuggestions, type Suggestion } from './suggestions';

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
  const search = (words: string) => {
    setQuery(words);
    onSearch(words.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(query);
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
        <Combobox
          id={id}
          type="search"
          className="search-form__box"
          value={query}
          maxLength={512}
          options={suggestions.map((suggestion) => ({
            key: suggestion.label,
            content: <SuggestionText suggestion={suggestion} />,
            take: () => search(suggestion.label),
          }))}
          onType={setQuery}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        />
        <Button purpose="primary" type="submit">
          {t('search.action')}
        </Button>
      </div>
    </form>
  );
}

export function SuggestionText({ suggestion: { label, otherName } }: { suggestion: Suggestion }) {
  return (
    <>
      {label}
      {otherName && (
        <span className="combobox__other">
          {' '}
          <MarkedText runs={otherName} />
        </span>
      )}
    </>
  );
}
