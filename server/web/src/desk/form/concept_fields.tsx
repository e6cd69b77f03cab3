// SPDX-License-Identifier: EUPL-1.2
import type { ConceptKind } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SuggestionText } from '../../jobhunter/search/search_form';
import { useSuggestions, type Suggestion } from '../../jobhunter/search/suggestions';
import { Combobox, type Option } from '../../shared/ui/combobox';
import { Field, type FieldProps } from '../../shared/ui/form/field';
import type { NamedConcept } from './vacancy_form';

const longestLabel = 200;

const asOption = (suggestion: Suggestion, take: (concept: NamedConcept) => void): Option => ({
  key: suggestion.uri,
  content: <SuggestionText suggestion={suggestion} />,
  take: () => take({ uri: suggestion.uri, label: suggestion.label }),
});

interface ConceptFieldProps extends FieldProps {
  kinds: readonly ConceptKind[];
  concept: NamedConcept | null;
  onChange(concept: NamedConcept | null): void;
}

/** One concept: taken from the suggestions, or the words as they were typed, which the server links as well as it can. */
export function ConceptField({ kinds, concept, onChange, ...field }: ConceptFieldProps) {
  const { t } = useTranslation();
  const typed = concept?.label ?? '';
  const isTaken = concept?.uri !== undefined;
  const suggestions = useSuggestions(isTaken ? '' : typed, kinds);
  const hint = typed === '' ? field.hint : t(isTaken ? 'vacancyForm.conceptFound' : 'vacancyForm.conceptFree');
  return (
    <Field {...field} hint={hint}>
      {(described) => (
        <Combobox
          {...described}
          className="field__control"
          value={typed}
          maxLength={longestLabel}
          options={suggestions.map((suggestion) => asOption(suggestion, onChange))}
          onType={(label) => onChange(label === '' ? null : { label })}
        />
      )}
    </Field>
  );
}

interface ConceptAdderProps extends FieldProps {
  kinds: readonly ConceptKind[];
  onAdd(concept: NamedConcept): void;
}

/** Adds one concept after the other to a list. */
export function ConceptAdder({ kinds, onAdd, ...field }: ConceptAdderProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const suggestions = useSuggestions(typed, kinds);
  const add = (concept: NamedConcept) => {
    setTyped('');
    if (concept.label.trim() !== '') onAdd({ ...concept, label: concept.label.trim() });
  };
  return (
    <Field {...field}>
      {(described) => (
        <div className="adder">
          <Combobox
            {...described}
            className="field__control"
            value={typed}
            maxLength={longestLabel}
            options={suggestions.map((suggestion) => asOption(suggestion, add))}
            onType={setTyped}
            onEnter={() => add({ label: typed })}
          />
          <Button purpose="secondary" onClick={() => add({ label: typed })}>
            {t('form.add')}
          </Button>
        </div>
      )}
    </Field>
  );
}
