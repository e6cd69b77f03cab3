// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import type { VacancyRecord } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { useEmployer, useRecord } from '../shared/api/queries';
import { useChange } from '../shared/api/use_change';
import { forgetDraft } from '../shared/drafts';
import { isMediator, useSession } from '../shared/session';
import { useHeadingFocus } from '../shared/ui/heading_focus';
import { Loading } from '../shared/ui/loading';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { emptyVacancy, formOf, newVacancyOf, patchOf, type VacancyForm } from './form/vacancy_form';
import { VacancyEditor } from './form/vacancy_editor';
import { vacancies, type Versioned } from '../shared/api/records';

const useWriter = () => {
  const isStaff = isMediator(useSession());
  return { isStaff, who: isStaff ? ('staff' as const) : ('employer' as const) };
};

/** Posting a vacancy: an employer for the own organisation, the service point for one that it chooses. */
export function NewVacancyPage() {
  const { t } = useTranslation();
  const { werkgever } = useParams();
  const { isStaff } = useWriter();
  const heading = useHeadingFocus(t('vacancyForm.newTitle'));
  const employer = useEmployer(isStaff ? werkgever : undefined);
  const start = employer.data
    ? { ...emptyVacancy, employerId: employer.data.employerId, employerName: employer.data.name }
    : emptyVacancy;
  const isWaiting = isStaff && werkgever !== undefined && employer.isLoading;
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('vacancyForm.newTitle')}
      </Heading>
      <p className="lead">{t(isStaff ? 'vacancyForm.leadStaff' : 'vacancyForm.lead')}</p>
      {employer.error && <ProblemAlert error={employer.error} onRetry={() => void employer.refetch()} />}
      {isWaiting ? <Loading /> : <NewVacancy start={start} draftName={`vacancy.new.${werkgever ?? ''}`} />}
    </>
  );
}

function NewVacancy({ start, draftName }: { start: VacancyForm; draftName: string }) {
  const { t } = useTranslation();
  const { isStaff, who } = useWriter();
  const navigate = useNavigate();
  const saving = useChange(
    (form: VacancyForm, key) => vacancies.add(newVacancyOf(form, who), key),
    ({ record }) => {
      forgetDraft(draftName);
      void navigate(`/vacatures/${record.id}`, { replace: true });
    },
  );
  return (
    <VacancyEditor
      draftName={draftName}
      start={start}
      choosesEmployer={isStaff}
      needsEmployer={isStaff}
      showsCount={isStaff}
      action={t('vacancyForm.post')}
      isSaving={saving.isPending || saving.isSuccess}
      error={saving.error}
      onSave={saving.mutate}
      onReload={saving.reset}
    />
  );
}

export function ChangeVacancyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRecord(vacancies, id);
  const heading = useHeadingFocus(t('vacancyForm.changeTitle'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('vacancyForm.changeTitle')}
      </Heading>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <ChangeVacancy key={id} stored={data} onReload={() => void refetch()} />}
    </>
  );
}

function ChangeVacancy({ stored, onReload }: { stored: Versioned<VacancyRecord>; onReload(): void }) {
  const { t } = useTranslation();
  const { isStaff, who } = useWriter();
  const navigate = useNavigate();
  const { record, etag } = stored;
  const draftName = `vacancy.${record.id}`;
  const leave = () => {
    forgetDraft(draftName);
    void navigate(`/vacatures/${record.id}`, { replace: true });
  };
  const saving = useChange(
    ({ patch, seen }: { patch: Record<string, unknown>; seen: string }, key) =>
      vacancies.change(record.id, patch, seen, key),
    leave,
  );
  return (
    <VacancyEditor
      draftName={draftName}
      start={formOf(record)}
      choosesEmployer={isStaff}
      needsEmployer={isStaff && record.employerId !== undefined}
      showsCount={isStaff}
      action={t('vacancyForm.save')}
      isSaving={saving.isPending || saving.isSuccess}
      error={saving.error}
      onSave={(form) => {
        const patch = patchOf(form, record, who);
        if (Object.keys(patch).length === 0) leave();
        else saving.mutate({ patch, seen: etag });
      }}
      onReload={() => {
        if (isStale(saving.error)) saving.reset();
        onReload();
      }}
    />
  );
}
