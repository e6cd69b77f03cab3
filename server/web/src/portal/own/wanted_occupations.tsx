// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestions } from '../../jobhunter/search/suggestions';

interface WantedOccupationsProps {
  labels: readonly string[];
  onChange(labels: string[]): void;
}

const most = 50;

/** Occupations that somebody wants, with those of the taxonomy to choose from while they type. */
export function WantedOccupations({ labels, onChange }: WantedOccupationsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const id = useId();
  const suggestions = useSuggestions(typed, ['occupation']);
  const add = () => {
    const label = typed.trim();
    if (label === '' || labels.length >= most) return;
    if (!labels.includes(label)) onChange([...labels, label]);
    setTyped('');
  };
  return (
    <fieldset className="own__group">
      <legend>{t('portal.own.form.wanted')}</legend>
      {labels.length > 0 && (
        <ul className="own__list">
          {labels.map((label) => (
            <li key={label}>
              <span>{label}</span>{' '}
              <button
                type="button"
                className="link-button"
                aria-label={t('portal.own.form.removeWanted', { label })}
                onClick={() => onChange(labels.filter((other) => other !== label))}
              >
                {t('portal.own.form.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className="utrecht-form-label" htmlFor={id}>
        {t('portal.own.form.addWanted')}
      </label>
      <div className="own__row">
        <input
          id={id}
          className="utrecht-textbox"
          list={`${id}-suggestions`}
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <datalist id={`${id}-suggestions`}>
          {suggestions.map(({ label }) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <Button purpose="secondary" type="button" onClick={add}>
          {t('portal.own.form.add')}
        </Button>
      </div>
    </fieldset>
  );
}
