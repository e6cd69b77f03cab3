// SPDX-License-Identifier: EUPL-1.2
import type { HTMLAttributes, InputHTMLAttributes } from 'react';
import { Field, FieldGroup, type FieldProps } from './field';

interface TextProps extends FieldProps {
  value: string;
  onChange(text: string): void;
  type?: 'text' | 'date' | 'email' | 'tel' | 'url';
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  /** How wide, about, in characters; absent: as wide as there is room. */
  width?: 'short' | 'middle';
  autoComplete?: InputHTMLAttributes<HTMLInputElement>['autoComplete'];
}

export function TextField({
  value,
  onChange,
  type = 'text',
  inputMode,
  maxLength,
  width,
  autoComplete,
  ...field
}: TextProps) {
  return (
    <Field {...field}>
      {(described) => (
        <input
          {...described}
          type={type}
          className={`utrecht-textbox field__control${width ? ` field__control--${width}` : ''}`}
          value={value}
          inputMode={inputMode}
          maxLength={maxLength}
          autoComplete={autoComplete ?? 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface LongTextProps extends FieldProps {
  value: string;
  onChange(text: string): void;
  rows: number;
  maxLength: number;
}

export function LongTextField({ value, onChange, rows, maxLength, ...field }: LongTextProps) {
  return (
    <Field {...field}>
      {(described) => (
        <textarea
          {...described}
          className="utrecht-textbox field__control field__control--long"
          value={value}
          rows={rows}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Choosable<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> extends FieldProps {
  value: Value;
  options: readonly Choosable<Value>[];
  onChange(value: Value): void;
}

export function SelectField<Value extends string>({ value, options, onChange, ...field }: SelectProps<Value>) {
  return (
    <Field {...field}>
      {(described) => (
        <select
          {...described}
          className="utrecht-select utrecht-select--html-select field__control field__control--select"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChecksProps<Value extends string> extends FieldProps {
  chosen: readonly Value[];
  options: readonly Choosable<Value>[];
  onChange(chosen: Value[]): void;
}

/** Any number of a few things. What is chosen stays in the order of the options. */
export function Checks<Value extends string>({ chosen, options, onChange, ...field }: ChecksProps<Value>) {
  const toggle = (value: Value) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
    );
  return (
    <FieldGroup {...field}>
      <div className="checks">
        {options.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              className="utrecht-checkbox utrecht-checkbox--html-input"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
