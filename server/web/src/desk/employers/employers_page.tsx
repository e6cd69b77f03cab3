// SPDX-License-Identifier: EUPL-1.2
import type { Employers } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useEmployers } from '../../shared/api/queries';
import { useFollowingState } from '../../shared/following_state';
import { saidTogether } from '../../shared/format/said';
import { defaultPageSize, readPage, useFragmentState, type FragmentCodec } from '../../shared/fragment_state';
import { usePreferences } from '../../shared/preferences';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { Loading } from '../../shared/ui/loading';
import { Pager } from '../../shared/ui/pager';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { placeInWords } from '../../jobhunter/names';
import { backTo } from '../../jobhunter/way_back';

interface EmployersState {
  name: string;
  page: number;
}

const longestName = 120;

const codec: FragmentCodec<EmployersState> = {
  read: (parameters) => ({
    name: (parameters.get('naam') ?? '').slice(0, longestName),
    page: readPage(parameters.get('pagina')),
  }),
  write: ({ name, page }) => {
    const parameters = new URLSearchParams();
    if (name !== '') parameters.set('naam', name);
    if (page !== 1) parameters.set('pagina', String(page));
    return parameters;
  },
};

/** The employers of the region by name. */
export function EmployersPage() {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { state, addressOf, push } = useFragmentState(codec);
  const { data, error, isPlaceholderData, refetch } = useEmployers(state.name, state.page, defaultPageSize);
  const here = useLocation();
  const heading = useHeadingFocus(t('employers.title'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('employers.title')}
      </Heading>
      <NameSearch name={state.name} onSearch={(name) => push({ name, page: 1 })} />
      <p>
        <Link className="nl-button nl-button--secondary" to="/werkgevers/nieuw" state={backTo(here)}>
          {t('newEmployer.open')}
        </Link>
      </p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !error && (
        <section className="results" aria-labelledby="employers-found">
          <Heading level={2} appearance="level-4" id="employers-found">
            <span role="status">{t('employers.count', { count: data.total, shown: format.number(data.total) })}</span>
          </Heading>
          {data.total === 0 && <p className="empty">{t(state.name === '' ? 'employers.none' : 'employers.empty')}</p>}
          <ol className={isPlaceholderData ? 'hits hits--old' : 'hits'} aria-busy={isPlaceholderData}>
            {data.employers.map((employer) => (
              <EmployerRow key={employer.employerId} employer={employer} />
            ))}
          </ol>
          <Pager
            label={t('search.pages')}
            page={state.page}
            pageSize={defaultPageSize}
            total={data.total}
            addressOf={(page) => addressOf({ ...state, page })}
            carried={undefined}
          />
        </section>
      )}
    </>
  );
}

function NameSearch({ name, onSearch }: { name: string; onSearch(name: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useFollowingState(name);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" aria-label={t('employers.searchLabel')} className="search-form" onSubmit={submit}>
      <label className="utrecht-form-label" htmlFor={id}>
        {t('employers.searchLabel')}
      </label>
      <div className="search-form__row">
        <input
          id={id}
          type="search"
          className="utrecht-textbox search-form__box"
          value={typed}
          maxLength={longestName}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button purpose="primary" type="submit">
          {t('search.action')}
        </Button>
      </div>
    </form>
  );
}

function EmployerRow({ employer }: { employer: Employers['employers'][number] }) {
  const { t } = useTranslation();
  const here = useLocation();
  const { employerId, name, kvkNumber, openVacancies } = employer;
  return (
    <li className="hit">
      <h3 className="hit__title">
        <Link className="nl-link" to={`/werkgevers/${employerId}`} state={backTo(here)}>
          {name}
        </Link>
      </h3>
      <p className="hit__facts">
        {saidTogether([
          placeInWords(employer),
          t('employers.openVacancies', { count: openVacancies }),
          kvkNumber && t('employers.kvk', { number: kvkNumber }),
        ])}
      </p>
    </li>
  );
}
