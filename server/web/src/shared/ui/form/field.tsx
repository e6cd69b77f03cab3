// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What every field has. `error` is absent when nothing is wrong. */
export interface FieldProps {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  /** Where the name of a group says the same to who can see it. */
  isLabelHidden?: boolean;
}

/** What a control says of its label's company: its hint and its error. */
export interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

/** For the control of a field, or for the group of a set of fields. */
export function describedBy({ id, hint, error, isRequired }: Omit<FieldProps, 'label'>): Described {
  const by = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(error ? { 'aria-invalid': true } : {}),
    ...(isRequired ? { 'aria-required': true } : {}),
  };
}

export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** A label, a hint, what is wrong, and the control below them. */
export function Field({ children, ...field }: FieldProps & { children(described: Described): ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={field.error ? 'field field--wrong' : 'field'}>
      <label className={field.isLabelHidden ? 'visually-hidden' : 'utrecht-form-label field__label'} htmlFor={field.id}>
        {field.label}
        {field.isRequired && <span className="field__required"> {t('form.required')}</span>}
      </label>
      <FieldNotes {...field} />
      {children(describedBy(field))}
    </div>
  );
}

/** Several controls under one name. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { isRequired: _, ...notes } = field;
  const { 'aria-invalid': __, ...described } = describedBy(notes);
  return (
    <fieldset className={field.error ? 'field field--wrong' : 'field'} tabIndex={-1} {...described}>
      <legend className="utrecht-form-label field__label">{field.label}</legend>
      <FieldNotes {...notes} />
      {children}
    </fieldset>
  );
}
