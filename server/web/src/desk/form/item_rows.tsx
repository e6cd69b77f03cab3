// SPDX-License-Identifier: EUPL-1.2
import type { Importance } from '@passend/client';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icons';
import { ItemImportance } from './importance_field';

interface ItemRowsProps<Row> {
  /** Of the list, for who cannot see it. */
  label: string;
  rows: readonly Row[];
  nameOf(row: Row): string;
  onChange(rows: Row[]): void;
  /** What can be said of a row beside its importance. */
  details?(row: Row, change: (row: Row) => void, name: string): ReactNode;
}

/** What is asked, one below the other: its name, its details, how much it matters, and the way to take it away. */
export function ItemRows<Row extends object>({ label, rows, nameOf, onChange, details }: ItemRowsProps<Row>) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  if (rows.length === 0) return null;
  const change = (place: number, row: Row) => onChange(rows.map((one, at) => (at === place ? row : one)));
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place));
    list.current?.focus();
  };
  return (
    <ul className="rows" aria-label={label} ref={list} tabIndex={-1}>
      {rows.map((row, place) => {
        const name = nameOf(row);
        const next = (changed: Row) => change(place, changed);
        return (
          <li key={place} className="row">
            <span className="row__name">{name}</span>
            {details && <div className="row__details">{details(row, next, name)}</div>}
            {'importance' in row && (
              <ItemImportance
                of={name}
                value={row.importance as Importance}
                onChange={(importance) => next({ ...row, importance })}
              />
            )}
            <button
              type="button"
              className="row__remove"
              aria-label={t('form.remove', { thing: name })}
              onClick={() => remove(place)}
            >
              <Icon name="close" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface RowSelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

/** A small choice within a row. */
export function RowSelect<Value extends string>({ label, value, options, onChange }: RowSelectProps<Value>) {
  return (
    <label className="row__choice">
      <span className="hint">{label}</span>
      <select
        className="utrecht-select utrecht-select--html-select field__control--select"
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
