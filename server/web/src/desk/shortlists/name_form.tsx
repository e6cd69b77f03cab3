// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../shared/ui/form/controls';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';

interface NameFormProps {
  name: string;
  isBusy: boolean;
  onSave(name: string): void;
  onClose(): void;
}

export function NameForm({ name, isBusy, onSave, onClose }: NameFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const isMissing = typed.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onSave(typed.trim());
  };
  return (
    <form className="inline-form" noValidate ref={box} onSubmit={submit}>
      <TextField
        id="selection-name"
        label={t('selection.name')}
        value={typed}
        maxLength={120}
        width="middle"
        error={isMissing ? t('form.rule.required') : undefined}
        onChange={setTyped}
      />{' '}
      <SubmitOrCancel isBusy={isBusy} onCancel={onClose} />
    </form>
  );
}
