// SPDX-License-Identifier: EUPL-1.2
import { ProblemError, type DetailProfile } from '@passend/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { said, saidTogether } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { FactList, type Fact } from '../../shared/ui/fact_list';
import { TextField } from '../../shared/ui/form/controls';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';
import { ProblemAlert } from '../../shared/ui/problem_alert';

const shortestPurpose = 3;
const longestPurpose = 180;

/** Who somebody is, and how many more may be opened: of the same answer of the exchange, and today. */
export interface Opened {
  details: DetailProfile;
  leftOfAnswer?: number;
  leftToday?: number;
}

interface DetailsOpenerProps {
  id: string;
  /** For who cannot see beside whom it stands. */
  who?: string;
  purposeHint: string;
  /** What a refusal means here, by its status; others are told as everywhere. */
  refusals: Readonly<Record<number, string>>;
  open(purpose: string): Promise<Opened>;
}

/**
 * Opens who somebody is, with a purpose. What is shown stays on this page alone: it is kept nowhere, and closed again it
 * has to be opened anew.
 */
export function DetailsOpener({ id, who, purposeHint, refusals, open }: DetailsOpenerProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const opening = useMutation({ gcTime: 0, mutationFn: open, onSuccess: () => setIsAsking(false) });
  if (opening.data) return <OpenedDetails opened={opening.data} onClose={opening.reset} />;
  if (!isAsking) {
    return (
      <button type="button" className="link-button" onClick={() => setIsAsking(true)}>
        {t('details.open')}
        {who && <span className="visually-hidden"> {who}</span>}
      </button>
    );
  }
  return (
    <PurposeForm
      id={id}
      hint={purposeHint}
      refusals={refusals}
      isBusy={opening.isPending}
      error={opening.error}
      onOpen={opening.mutate}
      onClose={() => {
        opening.reset();
        setIsAsking(false);
      }}
    />
  );
}

interface PurposeFormProps extends Pick<DetailsOpenerProps, 'id' | 'refusals'> {
  hint: string;
  isBusy: boolean;
  error: Error | null;
  onOpen(purpose: string): void;
  onClose(): void;
}

function PurposeForm({ id, hint, refusals, isBusy, error, onOpen, onClose }: PurposeFormProps) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState('');
  const [isTried, setIsTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const isShort = purpose.trim().length < shortestPurpose;
  const refusal = error instanceof ProblemError ? refusals[error.status] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isShort) onOpen(purpose.trim());
  };
  return (
    <form className="contacts-form" noValidate ref={box} onSubmit={submit}>
      <TextField
        id={`purpose-${id}`}
        label={t('details.purpose')}
        hint={hint}
        isRequired
        value={purpose}
        maxLength={longestPurpose}
        error={isTried && isShort ? t('details.purposeMissing') : undefined}
        onChange={setPurpose}
      />
      {refusal && (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      )}
      {error && !refusal && <ProblemAlert error={error} />}
      <SubmitOrCancel action={t('details.show')} purpose="secondary" isBusy={isBusy} onCancel={onClose} />
    </form>
  );
}

function OpenedDetails({ opened, onClose }: { opened: Opened; onClose(): void }) {
  const { t } = useTranslation();
  const { details, leftOfAnswer, leftToday } = opened;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const left = said([
    leftOfAnswer === undefined ? undefined : t('details.leftOfAnswer', { count: leftOfAnswer }),
    leftToday === undefined ? undefined : t('details.left', { count: leftToday }),
  ]);
  return (
    <div ref={box} tabIndex={-1}>
      <FactList facts={useFacts(details)} />
      {left.map((sentence) => (
        <p key={sentence} className="hint">
          {sentence}
        </p>
      ))}
      <button type="button" className="link-button" onClick={onClose}>
        {t('details.close')}
      </button>
    </div>
  );
}

function useFacts(details: DetailProfile): Fact[] {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const yes = (value: boolean | undefined) => value && t('vacancyForm.yes');
  const lines = (texts: readonly string[] | undefined) => texts && texts.length > 0 && texts.join(', ');
  const mediators = details.contacts?.map(({ name, phones = [], emails = [] }) =>
    saidTogether([name, ...phones, ...emails]),
  );
  return [
    { name: t('details.name'), value: details.name },
    { name: t('vacancyForm.contactPhone'), value: lines(details.phones) },
    { name: t('vacancyForm.contactEmail'), value: lines(details.emails) },
    { name: t('details.presentation'), value: details.presentation },
    { name: t('details.websites'), value: lines(details.webAddresses?.map(({ url }) => url)) },
    { name: t('details.mediators'), value: lines(mediators) },
    { name: t('details.targetGroup'), value: yes(details.targetGroupRegister) },
    { name: t('details.adaptedWorkplace'), value: yes(details.needsAdaptedWorkplace) },
    { name: t('details.guidance'), value: yes(details.needsGuidance) },
    { name: t('details.variation'), value: yes(details.needsVariation) },
    { name: t('details.under27'), value: yes(details.youngerThan27) },
    { name: t('details.searchPeriod'), value: details.searchPeriod && format.period(details.searchPeriod) },
  ];
}
