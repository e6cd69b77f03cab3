// SPDX-License-Identifier: EUPL-1.2
import type { ContactMomentRecord } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContactMoments } from '../../shared/api/queries';
import { useChange } from '../../shared/api/use_change';
import { readDraft } from '../../shared/drafts';
import { said } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { UndoBar } from '../../shared/ui/undo_bar';
import { ContactMomentForm, momentDraft } from './contact_moment_form';
import { contactMoments } from '../../shared/api/records';

/** What was said with an employer and when, the newest first. */
export function ContactMoments({ employerId }: { employerId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useContactMoments(employerId);
  const [editing, setEditing] = useState<string | undefined>(() =>
    readDraft(momentDraft(employerId)) === undefined ? undefined : 'new',
  );
  const [removed, setRemoved] = useState<ContactMomentRecord>();
  const removing = useChange(
    async ({ moment }: { moment: ContactMomentRecord }) => {
      const { etag } = await contactMoments.read(moment.id);
      await contactMoments.erase(moment.id, etag);
      return moment;
    },
    (moment) => setRemoved(moment),
  );
  const restoring = useChange(
    ({ id: _, source: __, employer: ___, ...content }: ContactMomentRecord, key) =>
      contactMoments.add(employerId, content, key),
    () => setRemoved(undefined),
  );
  const close = () => setEditing(undefined);
  const done = removed && { text: t('moments.removed'), undo: () => restoring.mutate(removed) };
  return (
    <>
      {editing === 'new' ? (
        <ContactMomentForm employerId={employerId} onClose={close} />
      ) : (
        <p>
          <Button purpose="secondary" onClick={() => setEditing('new')}>
            {t('moments.add')}
          </Button>
        </p>
      )}
      <UndoBar done={done} isBusy={restoring.isPending} />
      {[error, removing.error, restoring.error].map(
        (one, place) => one && <ProblemAlert key={place} error={one} onRetry={() => void refetch()} />,
      )}
      {!data && !error && <Loading />}
      {data?.contactMoments.length === 0 && editing === undefined && <p className="empty">{t('moments.none')}</p>}
      <ol className="hits">
        {data?.contactMoments.map((moment) => (
          <li key={moment.id} className="hit">
            {editing === moment.id ? (
              <ContactMomentForm employerId={employerId} moment={moment} onClose={close} />
            ) : (
              <Moment
                moment={moment}
                isBusy={removing.isPending}
                onEdit={() => setEditing(moment.id)}
                onRemove={() => {
                  setRemoved(undefined);
                  removing.mutate({ moment });
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface MomentProps {
  moment: ContactMomentRecord;
  isBusy: boolean;
  onEdit(): void;
  onRemove(): void;
}

function Moment({ moment, isBusy, onEdit, onRemove }: MomentProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { day, kind, subject, accountManager, notes } = moment;
  const title = `${format.date(day)}: ${t(`moments.kind.${kind}`)}`;
  const named = <span className="visually-hidden"> {title}</span>;
  return (
    <>
      <p className="hit__title">{title}</p>
      <p className="hit__facts">{said([t(`moments.subject.${subject}`), accountManager]).join(' · ')}</p>
      {notes && <p className="long-text moment__notes">{notes}</p>}
      <p className="actions">
        <button type="button" className="link-button" onClick={onEdit}>
          {t('ownVacancies.change')}
          {named}
        </button>
        <button type="button" className="link-button" disabled={isBusy} onClick={onRemove}>
          {t('ownVacancies.erase')}
          {named}
        </button>
      </p>
    </>
  );
}
