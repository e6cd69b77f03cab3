// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import type { NewVacancy } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { violationsOf, type FieldProblem } from '../../shared/api/violations';
import { forgetDraft, keepDraft, readDraft } from '../../shared/drafts';
import { ErrorSummary, type SummaryLine } from '../../shared/ui/form/error_summary';
import { LeaveGuard } from '../../shared/ui/form/leave_guard';
import { today } from '../../shared/format/today';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { fieldId, fieldLabels, inOrder, type FormAccess } from './form_access';
import { LiveCount } from './live_count';
import { mergeForms } from './merge_forms';
import { StaleNotice } from './stale_notice';
import { problemsOf, serverProblems, unplaced } from './server_problems';
import { errorsOf, type FieldProblems } from './vacancy_errors';
import { newVacancyOf, type VacancyField, type VacancyForm } from './vacancy_form';
import { ApplySection, DemandSection, OfferSection, TextSection, WorkSection } from './vacancy_sections';

interface Draft {
  /** The form as it was when the typing began. */
  older: VacancyForm;
  form: VacancyForm;
}

interface VacancyEditorProps {
  /** Of what is kept in this tab while it is typed. */
  draftName: string;
  /** As it stands now: stored, or empty. */
  start: VacancyForm;
  choosesEmployer: boolean;
  /** A stored vacancy may be without one; a new one may not. */
  needsEmployer: boolean;
  showsCount: boolean;
  action: string;
  isSaving: boolean;
  error: Error | null;
  onSave(form: VacancyForm): void;
  /** Reads the record again after somebody else changed it. */
  onReload(): void;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What counts for nothing while people are counted: a draft has no employer yet, and often no title. */
function draftFor(form: VacancyForm, problems: FieldProblems): NewVacancy | undefined {
  const wrong = inOrder(problems).filter((field) => field !== 'employerId' && field !== 'title' && field !== 'closes');
  if (wrong.length > 0) return undefined;
  return newVacancyOf({ ...form, employerId: '', title: form.title.trim().slice(0, 120) || '-', closes: '' }, 'staff');
}

export function VacancyEditor(props: VacancyEditorProps) {
  const { draftName, start, choosesEmployer, needsEmployer, showsCount, action, isSaving, error, onSave, onReload } =
    props;
  const { t } = useTranslation();
  const [kept] = useState(() => readDraft<Draft>(draftName));
  const [older, setOlder] = useState(start);
  const [{ form, both }, setState] = useState(() =>
    kept
      ? mergeForms({ ...start, ...kept.form }, { ...start, ...kept.older }, start)
      : { form: start, both: [] as VacancyField[] },
  );
  const [attempt, setAttempt] = useState(0);
  const isDirty = !same(form, older);

  // The record was read again: what was typed is laid over what it has become.
  if (!same(start, older)) {
    setOlder(start);
    setState(mergeForms(form, older, start));
  }
  useEffect(() => {
    if (isDirty) keepDraft(draftName, { older, form } satisfies Draft);
    else forgetDraft(draftName);
  }, [draftName, isDirty, older, form]);

  const own = useMemo(
    () => errorsOf(form, { employer: needsEmployer, today: today(), closedBefore: older.closes }),
    [form, needsEmployer, older.closes],
  );
  const refused = serverProblems(error);
  const problems = attempt === 0 ? {} : problemsOf(own, refused);
  const inWords = ({ key, values }: FieldProblem) => t(key, values ?? {});
  const access: FormAccess = {
    form,
    set: (change) => setState((now) => ({ ...now, form: { ...now.form, ...change } })),
    labelOf: (field) => t(fieldLabels[field]),
    errorOf: (field) => problems[field] && inWords(problems[field]),
  };
  const lines: SummaryLine[] = [
    ...inOrder(problems).map((field) => ({
      id: fieldId(field),
      text: `${access.labelOf(field)}: ${access.errorOf(field) ?? ''}`,
    })),
    ...unplaced(violationsOf(error)).map((rule) => ({ text: inWords(rule) })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (inOrder(own).length === 0) onSave(form);
  };
  const draft = useMemo(() => draftFor(form, own), [form, own]);
  const isUnplacedError = error !== null && !isStale(error) && violationsOf(error).length === 0;
  return (
    <form className="editor" noValidate onSubmit={submit}>
      <LeaveGuard isDirty={isDirty && !isSaving} onForget={() => forgetDraft(draftName)} />
      <div className="editor__main">
        {kept && isDirty && attempt === 0 && <p className="undo-bar">{t('vacancyForm.draftBack')}</p>}
        <ErrorSummary lines={attempt === 0 ? [] : lines} attempt={attempt} />
        <TextSection access={access} choosesEmployer={choosesEmployer} />
        <WorkSection access={access} />
        <DemandSection access={access} />
        <OfferSection access={access} />
        <ApplySection access={access} />
        {isStale(error) && <StaleNotice onReload={onReload} />}
        {both.length > 0 && (
          <p className="undo-bar" role="status">
            {t('form.stale.both', { count: both.length })}
          </p>
        )}
        {isUnplacedError && <ProblemAlert error={error} />}
        <div className="form__actions">
          <Button purpose="primary" type="submit" disabled={isSaving}>
            {isSaving ? t('form.saving') : action}
          </Button>
        </div>
      </div>
      {showsCount && (
        <aside className="editor__aside">
          <LiveCount draft={draft} />
        </aside>
      )}
    </form>
  );
}
