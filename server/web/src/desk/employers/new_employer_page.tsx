// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useEmployers } from '../../shared/api/queries';
import { employers } from '../../shared/api/records';
import { useChange } from '../../shared/api/use_change';
import { violationsOf, type FieldProblem } from '../../shared/api/violations';
import { forgetDraft, keepDraft, readDraft } from '../../shared/drafts';
import { saidTogether } from '../../shared/format/said';
import { useRested } from '../../shared/rested';
import { TextField } from '../../shared/ui/form/controls';
import { ErrorSummary, type SummaryLine } from '../../shared/ui/form/error_summary';
import { LeaveGuard } from '../../shared/ui/form/leave_guard';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { placeInWords } from '../../jobhunter/names';
import { RecordHeader } from '../../jobhunter/pages/record_header';
import {
  emptyEmployer,
  errorsOf,
  newEmployerOf,
  refusedOf,
  type EmployerField,
  type EmployerForm,
} from './employer_form';

const draftName = 'employer.new';
const fieldId = (field: EmployerField) => `werkgever-${field}`;

/** An employer that is new to the service point, with where it is and whom to ask. */
export function NewEmployerPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form, setForm] = useState<EmployerForm>(() => ({ ...emptyEmployer, ...readDraft<EmployerForm>(draftName) }));
  const [attempt, setAttempt] = useState(0);
  const isDirty = Object.values(form).some((text) => text !== '');
  useEffect(() => (isDirty ? keepDraft(draftName, form) : forgetDraft(draftName)), [form, isDirty]);
  const saving = useChange(
    (typed: EmployerForm, key) => employers.add(newEmployerOf(typed), key),
    ({ record }) => {
      forgetDraft(draftName);
      void navigate(`/werkgevers/${record.id}`, { replace: true });
    },
  );
  const own = errorsOf(form);
  const refused = refusedOf(violationsOf(saving.error));
  const problems = attempt === 0 ? {} : { ...refused.fields, ...own };
  const inWords = ({ key, values }: FieldProblem) => t(key, values ?? {});
  const labels: Record<EmployerField, string> = {
    name: t('newEmployer.name'),
    kvkNumber: t('newEmployer.kvk'),
    street: t('vacancyForm.street'),
    houseNumber: t('vacancyForm.houseNumber'),
    postcode: t('newEmployer.postcode'),
    place: t('vacancyForm.place'),
    contactName: t('contacts.name'),
    contactEmail: t('vacancyForm.contactEmail'),
    contactPhone: t('vacancyForm.contactPhone'),
  };
  const errorOf = (field: EmployerField) => problems[field] && inWords(problems[field]);
  const bind = (field: EmployerField) => ({
    id: fieldId(field),
    label: labels[field],
    value: form[field],
    error: errorOf(field),
    onChange: (text: string) => setForm({ ...form, [field]: text }),
  });
  const lines: SummaryLine[] = [
    ...(Object.keys(labels) as EmployerField[])
      .filter(errorOf)
      .map((field) => ({ id: fieldId(field), text: `${labels[field]}: ${errorOf(field) ?? ''}` })),
    ...refused.others.map((problem) => ({ text: inWords(problem) })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Object.keys(own).length === 0) saving.mutate(form);
  };
  const isBusy = saving.isPending || saving.isSuccess;
  return (
    <>
      <RecordHeader title={t('newEmployer.title')} details={[]} listPath="/werkgevers" />
      <LeaveGuard isDirty={isDirty && !isBusy} onForget={() => forgetDraft(draftName)} />
      <form className="editor__main" noValidate onSubmit={submit}>
        <ErrorSummary lines={attempt === 0 ? [] : lines} attempt={attempt} />
        <section className="form-section" aria-labelledby="new-employer-who">
          <Heading level={2} appearance="level-3" id="new-employer-who">
            {t('employer.details')}
          </Heading>
          <TextField {...bind('name')} isRequired maxLength={120} />
          <AlikeEmployers name={form.name} />
          <TextField
            {...bind('kvkNumber')}
            hint={t('newEmployer.kvkHint')}
            inputMode="numeric"
            maxLength={11}
            width="short"
          />
          <div className="form-line">
            <TextField {...bind('street')} maxLength={80} width="middle" />
            <TextField {...bind('houseNumber')} maxLength={12} width="short" />
          </div>
          <div className="form-line">
            <TextField {...bind('postcode')} maxLength={8} width="short" />
            <TextField {...bind('place')} maxLength={80} width="middle" />
          </div>
        </section>
        <section className="form-section" aria-labelledby="new-employer-contact">
          <Heading level={2} appearance="level-3" id="new-employer-contact">
            {t('newEmployer.contact')}
          </Heading>
          <p className="hint">{t('newEmployer.contactHint')}</p>
          <TextField {...bind('contactName')} maxLength={120} width="middle" />
          <TextField {...bind('contactEmail')} type="email" inputMode="email" maxLength={320} width="middle" />
          <TextField {...bind('contactPhone')} type="tel" inputMode="tel" maxLength={30} width="middle" />
        </section>
        {saving.error && violationsOf(saving.error).length === 0 && <ProblemAlert error={saving.error} />}
        <SubmitOrCancel
          action={t('newEmployer.action')}
          isBusy={isBusy}
          onCancel={() => void navigate('/werkgevers')}
        />
      </form>
    </>
  );
}

const restMilliseconds = 300;
const shortestName = 3;
const mostShown = 5;

/** Employers with this in their name, so that nobody is put down twice. */
function AlikeEmployers({ name }: { name: string }) {
  const { t } = useTranslation();
  const rested = useRested(name.trim(), restMilliseconds);
  const isAsked = rested.length >= shortestName;
  const { data } = useEmployers(rested, 1, mostShown, isAsked);
  if (!isAsked || !data || data.total === 0) return null;
  return (
    <div className="undo-bar" role="status">
      <p>{t('newEmployer.alike', { count: data.total })}</p>
      <ul>
        {data.employers.map((employer) => (
          <li key={employer.employerId}>
            <Link className="nl-link" to={`/werkgevers/${employer.employerId}`}>
              {saidTogether([employer.name, placeInWords(employer)])}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
