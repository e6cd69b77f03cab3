// SPDX-License-Identifier: EUPL-1.2
import { useState, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Option {
  key: string;
  content: ReactNode;
  take(): void;
}

interface ComboboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id' | 'value'> {
  id: string;
  value: string;
  /** For what is being typed; the first ones are the best. */
  options: readonly Option[];
  onType(text: string): void;
  /** Enter without an option chosen. Absent: the form is sent as by any other field. */
  onEnter?: (() => void) | undefined;
}

/** A combobox with a list (ARIA 1.2): arrows walk the options, Enter takes one, Escape folds them. */
export function Combobox({ id, value, options, onType, onEnter, className, ...input }: ComboboxProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? options : [];
  const chosen = shown[active];
  const fold = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const take = (option: Option) => {
    fold();
    option.take();
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (chosen || onEnter)) {
      event.preventDefault();
      if (chosen) return take(chosen);
      fold();
      return onEnter?.();
    }
    if (event.key === 'Enter') return fold();
    if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      return fold();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || options.length === 0) return;
    event.preventDefault();
    setIsOpen(true);
    // Before the first and after the last stands what was typed, -1.
    const places = options.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  return (
    <div className="combobox">
      <input
        {...input}
        id={id}
        role="combobox"
        className={`utrecht-textbox ${className ?? ''}`.trim()}
        value={value}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={chosen && `${id}-${active}`}
        onChange={(event) => {
          onType(event.target.value);
          setIsOpen(true);
          setActive(-1);
        }}
        onKeyDown={walk}
        onBlur={fold}
      />
      <ul id={`${id}-options`} role="listbox" aria-label={t('search.suggestions')} className="combobox__list">
        {shown.map((option, place) => (
          <li
            key={option.key}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            className="combobox__option"
            // Before the field loses the focus and the list folds.
            onMouseDown={(event) => {
              event.preventDefault();
              take(option);
            }}
          >
            {option.content}
          </li>
        ))}
      </ul>
    </div>
  );
}
