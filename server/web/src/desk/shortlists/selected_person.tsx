// SPDX-License-Identifier: EUPL-1.2
import type { Proposals, SelectedCandidates } from '@passend/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { saidTogether } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { LongTextField } from '../../shared/ui/form/controls';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';
import { candidateLabel, shortId } from '../../jobhunter/names';
import { backTo } from '../../jobhunter/way_back';
import { ProposeButton } from '../proposals/propose_button';

interface SelectedPersonProps {
  person: SelectedCandidates['candidates'][number];
  place: number;
  /** The last place there is. */
  last: number;
  vacancy: { id: string; title: string } | undefined;
  proposals: Proposals | undefined;
  isBusy: boolean;
  onMove(by: -1 | 1): void;
  onNote(note: string): void;
  onRemove(): void;
}

/** One person of a selection, and what can be done with them. */
export function SelectedPerson(props: SelectedPersonProps) {
  const { person, place, last, vacancy, proposals, isBusy, onMove, onNote, onRemove } = props;
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const [isNoting, setIsNoting] = useState(false);
  const { candidateId: id, candidate, note, added } = person;
  const name = candidate ? candidateLabel(candidate, t) : t('proposal.nobody');
  const hours = candidate?.hours && format.hours(candidate.hours);
  const facts = saidTogether([
    t('candidate.number', { id: shortId(id) }),
    candidate?.workLevel && t(`workLevel.${candidate.workLevel}`),
    hours && t('fact.hoursAWeek', { hours }),
    added && t('selection.added', { date: format.date(added) }),
  ]);
  const act = (label: string, onClick: () => void, isOff = false) => (
    <button type="button" className="link-button" disabled={isBusy || isOff} onClick={onClick}>
      {label}
      <span className="visually-hidden"> {name}</span>
    </button>
  );
  return (
    <li className="hit selected">
      <p className="hit__title">
        {place + 1}.{' '}
        {candidate ? (
          <Link className="nl-link" to={`/werkzoekenden/${id}`} state={backTo(here)}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <p className="hit__facts">{facts}</p>
      {isNoting ? (
        <NoteForm
          id={id}
          note={note ?? ''}
          isBusy={isBusy}
          onSave={(text) => {
            onNote(text);
            setIsNoting(false);
          }}
          onClose={() => setIsNoting(false)}
        />
      ) : (
        note && <p className="note">{note}</p>
      )}
      <p className="actions">
        {candidate && vacancy && (
          <>
            <Link className="nl-link" to={`/vacatures/${vacancy.id}/werkzoekenden/${id}`} state={backTo(here)}>
              {t('selection.match')}
              <span className="visually-hidden"> {name}</span>
            </Link>
            <ProposeButton
              candidateId={id}
              vacancyId={vacancy.id}
              who={name}
              what={vacancy.title}
              proposals={proposals}
            />
          </>
        )}
        {act(t(note ? 'selection.changeNote' : 'selection.addNote'), () => setIsNoting(true))}
        {act(t('selection.up'), () => onMove(-1), place === 0)}
        {act(t('selection.down'), () => onMove(1), place === last)}
        {act(t('selection.remove'), onRemove)}
      </p>
    </li>
  );
}

interface NoteFormProps {
  id: string;
  note: string;
  isBusy: boolean;
  onSave(note: string): void;
  onClose(): void;
}

function NoteForm({ id, note, isBusy, onSave, onClose }: NoteFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(note);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed);
  };
  return (
    <form className="moment-form" onSubmit={submit}>
      <LongTextField
        id={`note-${id}`}
        label={t('selection.note')}
        hint={t('selection.noteHint')}
        value={typed}
        rows={2}
        maxLength={500}
        onChange={setTyped}
      />
      <SubmitOrCancel isBusy={isBusy} onCancel={onClose} />
    </form>
  );
}
