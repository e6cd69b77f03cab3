// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import type { OpenedDetails } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../shared/preferences';
import { FactList, type Fact } from '../shared/ui/fact_list';
import { TextField } from '../shared/ui/form/controls';
import { SubmitOrCancel } from '../shared/ui/form/submit_or_cancel';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { api, dataOf } from '../shared/api/api';

const shortestPurpose = 3;
const longestPurpose = 180;

/**
 * Who a person is, opened with a purpose. What is shown stays on this page alone: it is kept nowhere, and closed again it
 * has to be opened anew.
 */
export function PersonDetails({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const opening = useMutation({
    gcTime: 0,
    mutationFn: (purpose: string) =>
      dataOf(api.post('/candidates/{candidateId}/_details', { params: { path: { candidateId } }, body: { purpose } })),
    onSuccess: () => setIsAsking(false),
  });
  return (
    <section className="disclosure" aria-labelledby="person-details">
      <Heading level={2} appearance="level-4" id="person-details">
        {t('details.title')}
      </Heading>
      {opening.data && <Opened opened={opening.data} onClose={opening.reset} />}
      {!opening.data && isAsking && (
        <PurposeForm
          isBusy={opening.isPending}
          error={opening.error}
          onOpen={opening.mutate}
          onClose={() => {
            opening.reset();
            setIsAsking(false);
          }}
        />
      )}
      {!opening.data && !isAsking && (
        <button type="button" className="link-button" onClick={() => setIsAsking(true)}>
          {t('details.open')}
        </button>
      )}
    </section>
  );
}

interface PurposeFormProps {
  isBusy: boolean;
  error: Error | null;
  onOpen(purpose: string): void;
  onClose(): void;
}

function PurposeForm({ isBusy, error, onOpen, onClose }: PurposeFormProps) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState('');
  const [isTried, setIsTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const isShort = purpose.trim().length < shortestPurpose;
  const isUsedUp = error instanceof ProblemError && error.status === 429;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isShort) onOpen(purpose.trim());
  };
  return (
    <form className="contacts-form" noValidate ref={box} onSubmit={submit}>
      <TextField
        id="details-purpose"
        label={t('details.purpose')}
        hint={t('details.purposeHint')}
        isRequired
        value={purpose}
        maxLength={longestPurpose}
        error={isTried && isShort ? t('details.purposeMissing') : undefined}
        onChange={setPurpose}
      />
      {isUsedUp && (
        <p className="field-error" role="alert">
          {t('details.usedUp')}
        </p>
      )}
      {error && !isUsedUp && <ProblemAlert error={error} />}
      <SubmitOrCancel action={t('details.show')} purpose="secondary" isBusy={isBusy} onCancel={onClose} />
    </form>
  );
}

function Opened({ opened: { details, leftToday }, onClose }: { opened: OpenedDetails; onClose(): void }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const yes = (value: boolean | undefined) => value && t('vacancyForm.yes');
  const lines = (texts: readonly string[] | undefined) => texts && texts.length > 0 && texts.join(', ');
  const facts: Fact[] = [
    { name: t('details.name'), value: details.name },
    { name: t('vacancyForm.contactPhone'), value: lines(details.phones) },
    { name: t('vacancyForm.contactEmail'), value: lines(details.emails) },
    { name: t('details.presentation'), value: details.presentation },
    { name: t('details.websites'), value: lines(details.webAddresses?.map(({ url }) => url)) },
    { name: t('details.mediators'), value: lines(details.contacts?.flatMap(({ name }) => (name ? [name] : []))) },
    { name: t('details.targetGroup'), value: yes(details.targetGroupRegister) },
    { name: t('details.adaptedWorkplace'), value: yes(details.needsAdaptedWorkplace) },
    { name: t('details.guidance'), value: yes(details.needsGuidance) },
    { name: t('details.variation'), value: yes(details.needsVariation) },
    { name: t('details.under27'), value: yes(details.youngerThan27) },
    { name: t('details.searchPeriod'), value: details.searchPeriod && format.period(details.searchPeriod) },
  ];
  return (
    <div ref={box} tabIndex={-1}>
      <FactList facts={facts} />
      {leftToday !== undefined && <p className="hint">{t('details.left', { count: leftToday })}</p>}
      <button type="button" className="link-button" onClick={onClose}>
        {t('details.close')}
      </button>
    </div>
  );
}
