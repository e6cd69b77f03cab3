// SPDX-License-Identifier: EUPL-1.2
import type { SelectedCandidates, SelectionRecord } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom';
import { api } from '../../shared/api/api';
import { useProposals, useRecord, useSelectedCandidates, useVacancy } from '../../shared/api/queries';
import { useChange } from '../../shared/api/use_change';
import { usePreferences } from '../../shared/preferences';
import { ConfirmDialog } from '../../shared/ui/confirm_dialog';
import { DownloadButtons } from '../../shared/ui/download_buttons';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { UndoBar } from '../../shared/ui/undo_bar';
import { RecordHeader } from '../../jobhunter/pages/record_header';
import { backTo } from '../../jobhunter/way_back';
import { editPeople } from './change_selection';
import { NameForm } from './name_form';
import { SelectedPerson } from './selected_person';
import { moved, putBack, withNote, withoutCandidate, type Selected } from './selection_edits';
import { selections, type Versioned } from '../../shared/api/records';

export function SelectionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRecord(selections, id);
  if (error && !data) {
    return (
      <>
        <RecordHeader title={t('selection.missing')} details={[]} listPath="/selecties" />
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return data ? <SelectionBody key={id} selection={data} /> : <Loading />;
}

function SelectionBody({ selection }: { selection: Versioned<SelectionRecord> }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { record } = selection;
  const vacancy = useVacancy(record.vacancy, language);
  const people = useSelectedCandidates(record.id, language);
  return (
    <>
      <RecordHeader
        title={record.name}
        details={people.data ? [t('selections.people', { count: people.data.candidates.length })] : []}
        listPath="/selecties"
      />
      {vacancy.data && <VacancyLink id={vacancy.data.vacancyId} title={vacancy.data.title} />}
      <SelectionActions selection={selection} people={people.data} />
      {people.error && <ProblemAlert error={people.error} onRetry={() => void people.refetch()} />}
      {!people.data && !people.error && <Loading />}
      {people.data && <People selection={record} people={people.data} vacancyTitle={vacancy.data?.title} />}
    </>
  );
}

function VacancyLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  const here = useLocation();
  return (
    <p>
      {t('selection.vacancy')}{' '}
      <Link className="nl-link" to={`/vacatures/${id}`} state={backTo(here)}>
        {title}
      </Link>
    </p>
  );
}

interface SelectionActionsProps {
  selection: Versioned<SelectionRecord>;
  people: SelectedCandidates | undefined;
}

function SelectionActions({ selection: { record, etag }, people }: SelectionActionsProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<'name' | 'erase'>();
  const renaming = useChange(
    ({ name, seen }: { name: string; seen: string }, key) => selections.change(record.id, { name }, seen, key),
    () => setOpened(undefined),
  );
  const erasing = useChange(
    ({ seen }: { seen: string }) => selections.erase(record.id, seen),
    () => void navigate('/selecties'),
    () => record.id,
  );
  return (
    <>
      {opened === 'name' ? (
        <NameForm
          name={record.name}
          isBusy={renaming.isPending}
          onSave={(name) => renaming.mutate({ name, seen: etag })}
          onClose={() => setOpened(undefined)}
        />
      ) : (
        <div className="actions">
          <button type="button" className="link-button" onClick={() => setOpened('name')}>
            {t('selection.rename')}
          </button>
          <DownloadButtons
            total={people?.candidates.length ?? 0}
            fetchFile={(form) =>
              api.download(
                'get',
                '/selections/{selectionId}/candidates',
                { params: { path: { selectionId: record.id }, query: { language } } },
                form,
              )
            }
          />
          <button type="button" className="link-button" onClick={() => setOpened('erase')}>
            {t('selection.erase')}
          </button>
        </div>
      )}
      {renaming.error && <ProblemAlert error={renaming.error} onRetry={renaming.reset} />}
      {erasing.error && <ProblemAlert error={erasing.error} onRetry={erasing.reset} />}
      {opened === 'erase' && (
        <ConfirmDialog
          title={t('selection.eraseTitle', { name: record.name })}
          action={t('ownVacancies.erase')}
          isBusy={erasing.isPending}
          onConfirm={() => {
            setOpened(undefined);
            erasing.mutate({ seen: etag });
          }}
          onCancel={() => setOpened(undefined)}
        >
          <p>{t('selection.eraseText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

interface PeopleProps {
  selection: SelectionRecord;
  people: SelectedCandidates;
  vacancyTitle: string | undefined;
}

type Edit = (list: readonly Selected[]) => Selected[];

function People({ selection, people, vacancyTitle }: PeopleProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const proposals = useProposals('vacancies', selection.vacancy, language);
  const [removed, setRemoved] = useState<{ one: Selected; place: number }>();
  const editing = useChange(({ edit }: { edit: Edit; what: unknown }, key) => editPeople(selection.id, edit, key));
  const change = (edit: Edit, ...what: unknown[]) => editing.mutate({ edit, what });
  const remove = (candidate: string, place: number) => {
    const one = selection.candidates?.find((stored) => stored.candidate === candidate);
    if (one) setRemoved({ one, place });
    change((list) => withoutCandidate(list, candidate), 'remove', candidate);
  };
  const done = removed && {
    text: t('selection.removed'),
    undo: () => {
      change((list) => putBack(list, removed.one, removed.place), 'put back', removed.one.candidate);
      setRemoved(undefined);
    },
  };
  return (
    <section aria-labelledby="selected-people">
      <Heading level={2} appearance="level-4" id="selected-people" className="visually-hidden">
        {t('selection.people')}
      </Heading>
      <UndoBar done={done} isBusy={editing.isPending} />
      {editing.error && <ProblemAlert error={editing.error} onRetry={editing.reset} />}
      {people.candidates.length === 0 && <p className="empty">{t('selection.empty')}</p>}
      <ol className="hits">
        {people.candidates.map((person, place) => (
          <SelectedPerson
            key={person.candidateId}
            person={person}
            place={place}
            last={people.candidates.length - 1}
            vacancy={selection.vacancy === undefined ? undefined : { id: selection.vacancy, title: vacancyTitle ?? '' }}
            proposals={proposals.data}
            isBusy={editing.isPending}
            onMove={(by) =>
              change((list) => moved(list, person.candidateId, by), 'move', person.candidateId, by, place)
            }
            onNote={(note) =>
              change((list) => withNote(list, person.candidateId, note), 'note', person.candidateId, note)
            }
            onRemove={() => remove(person.candidateId, place)}
          />
        ))}
      </ol>
    </section>
  );
}
