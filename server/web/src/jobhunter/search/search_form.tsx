// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConceptKind } from '../../shared/api/types';
import { useFollowingState } from '../../shared/following_state';
import { MarkedText } from '../../shared/ui/marked_text';
import { useSuggestions, type Suggestion } from './suggestions';

interface SearchFormProps {
  label: string;
  hint?: string;
  initialQuery: string;
  suggest: readonly ConceptKind[];
  onSearch(query: string): void;
}

/** A combobox with a list (ARIA 1.2): arrows walk the suggestions, Enter takes one, Escape folds them. */
export function SearchForm({ label, hint, initialQuery, suggest, onSearch }: SearchFormProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useFollowingState(initialQuery);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const suggestions = useSuggestions(query, suggest);
  const shown = isOpen ? suggestions : [];
  const chosen = shown[active];
  const fold = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const search = (words: string) => {
    setQuery(words);
    fold();
    onSearch(words.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(chosen?.label ?? query);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      return fold();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || suggestions.length === 0) return;
    event.preventDefault();
    setIsOpen(true);
    // Before the first and after the last stands what was typed, -1.
    const places = suggestions.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
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
        <div className="combobox">
          <input
            id={id}
            type="search"
            role="combobox"
            className="utrecht-textbox search-form__box"
            value={query}
            maxLength={512}
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-suggestions`}
            aria-activedescendant={chosen && `${id}-${active}`}
            onChange={(event) => {
              setQuery(event.target.value);
              setIsOpen(true);
              setActive(-1);
            }}
            onKeyDown={walk}
            onBlur={fold}
            {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          />
          <ul id={`${id}-suggestions`} role="listbox" aria-label={t('search.suggestions')} className="combobox__list">
            {shown.map((suggestion, place) => (
              <li
                key={suggestion.label}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === active}
                className="combobox__option"
                // Before the field loses the focus and the list folds.
                onMouseDown={(event) => {
                  event.preventDefault();
                  search(suggestion.label);
                }}
              >
                <SuggestionText suggestion={suggestion} />
              </li>
            ))}
          </ul>
        </div>
        <Button purpose="primary" type="submit">
          {t('search.action')}
        </Button>
      </div>
    </form>
  );
}

function SuggestionText({ suggestion: { label, otherName } }: { suggestion: Suggestion }) {
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
