// SPDX-License-Identifier: EUPL-1.2
import type { Importance } from '@passend/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const offered: readonly Importance[] = ['required', 'important', 'desired'];

interface ItemImportanceProps {
  /** What it is the importance of, for who cannot see what stands beside it. */
  of: string;
  value: Importance;
  onChange(value: Importance): void;
}

/** How much one thing of a list matters. */
export function ItemImportance({ of, value, onChange }: ItemImportanceProps) {
  const { t } = useTranslation();
  const shown = offered.includes(value) ? offered : [...offered, value];
  return (
    <select
      className="utrecht-select utrecht-select--html-select field__control--select row__importance"
      aria-label={t('vacancyForm.importanceOf', { thing: of })}
      value={value}
      onChange={(event) => onChange(event.target.value as Importance)}
    >
      {shown.map((one) => (
        <option key={one} value={one}>
          {t(`importance.${one}`)}
        </option>
      ))}
    </select>
  );
}

interface CriterionImportanceProps {
  of: string;
  value: '' | Importance;
  onChange(value: '' | Importance): void;
}

/** How much a field matters; without a choice the municipality's own weighing holds. */
export function CriterionImportance({ of, value, onChange }: CriterionImportanceProps) {
  const { t } = useTranslation();
  const id = useId();
  const shown: readonly ('' | Importance)[] = ['', ...offered, 'ignored'];
  return (
    <div className="importance-field">
      <label className="hint" htmlFor={id}>
        {t('vacancyForm.importance')} <span className="visually-hidden">{of}</span>
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select field__control--select row__importance"
        value={value}
        onChange={(event) => onChange(event.target.value as '' | Importance)}
      >
        {shown.map((one) => (
          <option key={one} value={one}>
            {one === '' ? t('vacancyForm.importanceUsual') : t(`importance.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
