// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choosable } from '../../shared/ui/form/controls';

interface AddBySelectProps<Value extends string> {
  id: string;
  label: string;
  options: readonly Choosable<Value>[];
  onAdd(value: Value): void;
}

/** A choice and a button: nothing happens by choosing alone, so that the keyboard can walk through the choices. */
export function AddBySelect<Value extends string>({ id, label, options, onAdd }: AddBySelectProps<Value>) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Value | ''>('');
  const chosen = options.some((option) => option.value === value) ? value : '';
  const add = () => {
    if (chosen !== '') onAdd(chosen);
    setValue('');
  };
  return (
    <div className="field">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <div className="adder">
        <select
          id={id}
          className="utrecht-select utrecht-select--html-select field__control field__control--select"
          value={chosen}
          onChange={(event) => setValue(event.target.value as Value)}
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Button purpose="secondary" onClick={add}>
          {t('form.add')}
        </Button>
      </div>
    </div>
  );
}
