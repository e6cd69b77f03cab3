// SPDX-License-Identifier: EUPL-1.2
import { useId, type InputHTMLAttributes } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> & { label: string; hint?: string };

/** A text field with its label above it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="own__field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} className="utrecht-textbox" {...input} {...(hint ? { 'aria-describedby': `${id}-hint` } : {})} />
    </div>
  );
}
