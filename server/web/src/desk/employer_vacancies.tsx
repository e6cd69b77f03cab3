// SPDX-License-Identifier: EUPL-1.2
import type { VacancySummary } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useEmployerVacancies } from '../shared/api/queries';
import { said } from '../shared/format/said';
import { readPage, useFragmentState, type FragmentCodec } from '../shared/fragment_state';
import { usePreferences } from '../shared/preferences';
import { ConfirmDialog } from '../shared/ui/confirm_dialog';
import { Loading } from '../shared/ui/loading';
import { Pager } from '../shared/ui/pager';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { UndoBar } from '../shared/ui/undo_bar';
import { placeInWords } from '../jobhunter/names';
import { backTo } from '../jobhunter/way_back';
import { useVacancyActions, type VacancyActions } from './use_vacancy_actions';

const pageSize = 50;

const codec: FragmentCodec<{ page: number }> = {
  read: (parameters) => ({ page: readPage(parameters.get('pagina')) }),
  write: ({ page }) => new URLSearchParams(page === 1 ? {} : { pagina: String(page) }),
};

interface EmployerVacanciesProps {
  employerId: string;
  /** Where the vacancies of this employer are written. */
  newPath: string;
  newLabel: string;
  headingLevel: 2 | 3;
}

/** All vacancies of an employer, with what can be done with each. */
export function EmployerVacancies({ employerId, newPath, newLabel, headingLevel }: EmployerVacanciesProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { state, addressOf } = useFragmentState(codec);
  const { data, error, refetch } = useEmployerVacancies(employerId, state.page, pageSize, language);
  const actions = useVacancyActions();
  const [asked, setAsked] = useState<VacancySummary>();
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.vacancies.filter(({ status }) => status === 'open');
  const closed = data.vacancies.filter(({ status }) => status === 'closed');
  const list = { actions, onErase: setAsked, headingLevel };
  return (
    <>
      <p>
        <Link className="nl-button nl-button--primary" to={newPath}>
          {newLabel}
        </Link>
      </p>
      <UndoBar done={actions.done} isBusy={actions.isBusy} />
      {actions.error && <ProblemAlert error={actions.error} onRetry={actions.dismiss} />}
      {data.total === 0 && (
        <div className="empty">
          <p>{t('ownVacancies.empty')}</p>
          <p>{t('ownVacancies.emptyHint')}</p>
        </div>
      )}
      {open.length > 0 && <VacancyRows {...list} title={t('ownVacancies.open', { count: open.length })} rows={open} />}
      {closed.length > 0 && (
        <VacancyRows {...list} title={t('ownVacancies.closed', { count: closed.length })} rows={closed} />
      )}
      <Pager
        label={t('search.pages')}
        page={state.page}
        pageSize={pageSize}
        total={data.total}
        addressOf={(page) => addressOf({ page })}
        carried={undefined}
      />
      {asked && (
        <ConfirmDialog
          title={t('ownVacancies.eraseTitle', { title: asked.title })}
          action={t('ownVacancies.erase')}
          onConfirm={() => {
            actions.erase(asked.vacancyId);
            setAsked(undefined);
          }}
          onCancel={() => setAsked(undefined)}
        >
          <p>{t('ownVacancies.eraseText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

interface VacancyRowsProps {
  title: string;
  rows: readonly VacancySummary[];
  actions: VacancyActions;
  headingLevel: 2 | 3;
  onErase(vacancy: VacancySummary): void;
}

function VacancyRows({ title, rows, actions, headingLevel, onErase }: VacancyRowsProps) {
  return (
    <section>
      <Heading level={headingLevel} appearance="level-4">
        {title}
      </Heading>
      <ul className="hits">
        {rows.map((vacancy) => (
          <VacancyRow key={vacancy.vacancyId} vacancy={vacancy} actions={actions} onErase={() => onErase(vacancy)} />
        ))}
      </ul>
    </section>
  );
}

interface VacancyRowProps {
  vacancy: VacancySummary;
  actions: VacancyActions;
  onErase(): void;
}

function VacancyRow({ vacancy, actions, onErase }: VacancyRowProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const { vacancyId: id, title, posted, closes, hours } = vacancy;
  const isOpen = vacancy.status === 'open';
  const inHours = hours && format.hours(hours);
  const facts = said([
    placeInWords(vacancy),
    inHours && t('fact.hoursAWeek', { hours: inHours }),
    posted && t('vacancy.posted', { date: format.date(posted) }),
    closes && t('vacancy.closes', { date: format.date(closes) }),
  ]);
  const named = <span className="visually-hidden"> {title}</span>;
  return (
    <li className="hit">
      <p className="hit__title">
        <Link className="nl-link" to={`/vacatures/${id}`} state={backTo(here)}>
          {title}
        </Link>
      </p>
      <p className="hit__facts">{facts.join(' · ')}</p>
      <p className="actions">
        <Link className="nl-link" to={`/vacatures/${id}/wijzigen`} state={backTo(here)}>
          {t('ownVacancies.change')}
          {named}
        </Link>
        <button
          type="button"
          className="link-button"
          disabled={actions.isBusy}
          onClick={() => (isOpen ? actions.close(id) : actions.reopen(id))}
        >
          {t(isOpen ? 'ownVacancies.close' : 'ownVacancies.reopen')}
          {named}
        </button>
        <button type="button" className="link-button" disabled={actions.isBusy} onClick={onErase}>
          {t('ownVacancies.erase')}
          {named}
        </button>
      </p>
    </li>
  );
}
