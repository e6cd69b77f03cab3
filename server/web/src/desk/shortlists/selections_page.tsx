// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useSelections } from '../../shared/api/queries';
import { useChange } from '../../shared/api/use_change';
import { saidTogether } from '../../shared/format/said';
import { TextField } from '../../shared/ui/form/controls';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { backTo } from '../../jobhunter/way_back';
import { beginSelection } from './change_selection';

/** The own shortlists. */
export function SelectionsPage() {
  const { t } = useTranslation();
  const here = useLocation();
  const heading = useHeadingFocus(t('selections.title'));
  const { data, error, refetch } = useSelections();
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('selections.title')}
      </Heading>
      <p className="lead">{t('selections.lead')}</p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.selections.length === 0 && (
        <div className="empty">
          <p>{t('selections.empty')}</p>
          <p>{t('selections.emptyHint')}</p>
        </div>
      )}
      <ul className="hits">
        {data?.selections.map(({ selectionId, name, vacancyTitle, candidates }) => (
          <li key={selectionId} className="hit">
            <p className="hit__title">
              <Link className="nl-link" to={`/selecties/${selectionId}`} state={backTo(here)}>
                {name}
              </Link>
            </p>
            <p className="hit__facts">
              {saidTogether([
                t('selections.people', { count: candidates }),
                vacancyTitle && t('selections.forVacancy', { title: vacancyTitle }),
              ])}
            </p>
          </li>
        ))}
      </ul>
      <NewSelection />
    </>
  );
}

function NewSelection() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const making = useChange(
    (chosen: string, key) => beginSelection(chosen, undefined, [], key),
    ({ record }) => void navigate(`/selecties/${record.id}`),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() !== '') making.mutate(name);
  };
  return (
    <form className="inline-form" noValidate onSubmit={submit}>
      <TextField
        id="new-selection"
        label={t('selections.newName')}
        value={name}
        maxLength={120}
        width="middle"
        error={isTried && name.trim() === '' ? t('form.rule.required') : undefined}
        onChange={setName}
      />
      <Button purpose="secondary" type="submit" disabled={making.isPending}>
        {t('selections.make')}
      </Button>
      {making.error && <ProblemAlert error={making.error} onRetry={() => making.mutate(name)} />}
    </form>
  );
}
