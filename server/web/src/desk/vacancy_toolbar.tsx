// SPDX-License-Identifier: EUPL-1.2
import type { Vacancy } from '@passend/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../shared/ui/confirm_dialog';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { UndoBar } from '../shared/ui/undo_bar';
import { backTo } from '../jobhunter/way_back';
import { useVacancyActions } from './use_vacancy_actions';

/** On the page of a vacancy, for who may change it. */
export function VacancyToolbar({ vacancy, listPath }: { vacancy: Vacancy; listPath: string }) {
  const { t } = useTranslation();
  const here = useLocation();
  const navigate = useNavigate();
  const actions = useVacancyActions(() => void navigate(listPath));
  const [asks, setAsks] = useState(false);
  const { vacancyId: id, title } = vacancy;
  const isOpen = vacancy.status === 'open';
  return (
    <>
      <p className="actions">
        <Link className="nl-link" to={`/vacatures/${id}/wijzigen`} state={backTo(here)}>
          {t('ownVacancies.change')}
        </Link>
        <button
          type="button"
          className="link-button"
          disabled={actions.isBusy}
          onClick={() => (isOpen ? actions.close(id) : actions.reopen(id))}
        >
          {t(isOpen ? 'ownVacancies.close' : 'ownVacancies.reopen')}
        </button>
        <button type="button" className="link-button" disabled={actions.isBusy} onClick={() => setAsks(true)}>
          {t('ownVacancies.erase')}
        </button>
      </p>
      <UndoBar done={actions.done} isBusy={actions.isBusy} />
      {actions.error && <ProblemAlert error={actions.error} onRetry={actions.dismiss} />}
      {asks && (
        <ConfirmDialog
          title={t('ownVacancies.eraseTitle', { title })}
          action={t('ownVacancies.erase')}
          isBusy={actions.isBusy}
          onConfirm={() => {
            setAsks(false);
            actions.erase(id);
          }}
          onCancel={() => setAsks(false)}
        >
          <p>{t('ownVacancies.eraseText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
