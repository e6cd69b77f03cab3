// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleInWords, violationsOf } from '../../shared/api/violations';
import { forgetDraft, keepDraft, readDraft } from '../../shared/drafts';
import { ConfirmDialog } from '../../shared/ui/confirm_dialog';
import { LongTextField } from '../../shared/ui/form/controls';
import { ProblemAlert } from '../../shared/ui/problem_alert';

const longestReason = 500;

interface ReasonDialogProps {
  title: string;
  text: ReactNode;
  label: string;
  hint: string;
  action: string;
  isRequired: boolean;
  draftName: string;
  isBusy: boolean;
  error: Error | null;
  onConfirm(reason: string): void;
  onCancel(): void;
}

/** Asks why, in words: what a person decided is written down with its reason. */
export function ReasonDialog({ draftName, isRequired, error, onConfirm, ...dialog }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(() => readDraft<string>(draftName) ?? '');
  const [isTried, setIsTried] = useState(false);
  useEffect(() => (reason === '' ? forgetDraft(draftName) : keepDraft(draftName, reason)), [draftName, reason]);
  const isMissing = isRequired && reason.trim() === '';
  const refused = violationsOf(error).find(({ field }) => field === '/reason');
  const rule = refused && ruleInWords(refused.rule);
  return (
    <ConfirmDialog
      title={dialog.title}
      action={dialog.action}
      isBusy={dialog.isBusy}
      onConfirm={() => {
        setIsTried(true);
        if (!isMissing) onConfirm(reason.trim());
      }}
      onCancel={dialog.onCancel}
    >
      {dialog.text}
      <LongTextField
        id="reason"
        label={dialog.label}
        hint={dialog.hint}
        isRequired={isRequired}
        error={isTried && isMissing ? t('form.rule.required') : rule && t(rule.key, rule.values ?? {})}
        value={reason}
        rows={4}
        maxLength={longestReason}
        onChange={setReason}
      />
      {error && !refused && <ProblemAlert error={error} />}
    </ConfirmDialog>
  );
}
