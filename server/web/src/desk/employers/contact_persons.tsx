// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import type { EmployerRecord } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../shared/api/use_change';
import { fieldAt, ruleInWords, violationsOf } from '../../shared/api/violations';
import { forgetDraft, keepDraft, readDraft } from '../../shared/drafts';
import { isGoodEmail } from '../../shared/format/entered';
import { said } from '../../shared/format/said';
import { Icon } from '../../shared/ui/icons';
import { TextField } from '../../shared/ui/form/controls';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { StaleNotice } from '../form/stale_notice';
import { contactsOf, emptyContact, rowsOf, type ContactRow } from './contact_rows';
import { employers, type Patch, type Versioned } from '../../shared/api/records';

interface ContactPersonsProps {
  employer: Versioned<EmployerRecord>;
  onReload(): void;
}

/** Whom to ask at an employer. */
export function ContactPersons({ employer, onReload }: ContactPersonsProps) {
  const { t } = useTranslation();
  const draftName = `contacts.${employer.record.id}`;
  const [isEditing, setIsEditing] = useState(() => readDraft(draftName) !== undefined);
  const edit = useRef<HTMLButtonElement>(null);
  const rows = rowsOf(employer.record.contacts);
  const close = () => {
    forgetDraft(draftName);
    setIsEditing(false);
  };
  return (
    <section className="disclosure" aria-labelledby="employer-contacts">
      <Heading level={2} appearance="level-4" id="employer-contacts">
        {t('contacts.title')}
      </Heading>
      {isEditing ? (
        <ContactsForm employer={employer} draftName={draftName} onClose={close} onReload={onReload} />
      ) : (
        <>
          {rows.length === 0 && <p>{t('contacts.none')}</p>}
          <ul className="plain-list contacts">
            {rows.map(({ name, email, phone }, place) => (
              <li key={place}>
                <strong>{name || t('contacts.nameless')}</strong>
                {email && (
                  <a className="nl-link" href={`mailto:${encodeURIComponent(email)}`}>
                    {email}
                  </a>
                )}
                {phone && (
                  <a className="nl-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
                    {phone}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p>
            <button type="button" className="link-button" ref={edit} onClick={() => setIsEditing(true)}>
              {t('contacts.edit')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

interface ContactsFormProps extends ContactPersonsProps {
  draftName: string;
  onClose(): void;
}

function ContactsForm({ employer: { record, etag }, draftName, onClose, onReload }: ContactsFormProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<ContactRow[]>(() => {
    const kept = readDraft<ContactRow[]>(draftName) ?? rowsOf(record.contacts);
    return kept.length === 0 ? [emptyContact] : kept;
  });
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  useEffect(() => keepDraft(draftName, rows), [draftName, rows]);
  const saving = useChange(
    ({ patch, seen }: { patch: Patch; seen: string }, key) => employers.change(record.id, patch, seen, key),
    onClose,
  );
  const change = (place: number, part: Partial<ContactRow>) =>
    setRows(rows.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const wrong = rows.some(({ email }) => !isGoodEmail(email));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!wrong) saving.mutate({ patch: { contacts: contactsOf(rows, record.contacts) ?? null }, seen: etag });
  };
  const refusedAt = (place: number, part: string) => {
    const found = violationsOf(saving.error).find(({ field }) => fieldAt(field, { one: `/contacts/${place}/${part}` }));
    if (!found) return undefined;
    const { key, values } = ruleInWords(found.rule);
    return t(key, values ?? {});
  };
  return (
    <form className="contacts-form" noValidate ref={box} onSubmit={submit}>
      {rows.map((row, place) => (
        <fieldset key={place} className="contacts-form__person">
          <legend className="visually-hidden">{row.name || t('contacts.number', { number: place + 1 })}</legend>
          <TextField
            id={`contact-${place}-name`}
            label={t('contacts.name')}
            value={row.name}
            maxLength={120}
            error={refusedAt(place, 'name')}
            onChange={(name) => change(place, { name })}
          />
          <TextField
            id={`contact-${place}-email`}
            label={t('vacancyForm.contactEmail')}
            type="email"
            value={row.email}
            maxLength={320}
            error={attempt > 0 && !isGoodEmail(row.email) ? t('form.rule.email') : refusedAt(place, 'emails')}
            onChange={(email) => change(place, { email })}
          />
          <TextField
            id={`contact-${place}-phone`}
            label={t('vacancyForm.contactPhone')}
            type="tel"
            value={row.phone}
            maxLength={30}
            error={refusedAt(place, 'phones')}
            onChange={(phone) => change(place, { phone })}
          />
          <button type="button" className="link-button" onClick={() => setRows(rows.filter((_, at) => at !== place))}>
            <Icon name="close" /> {t('form.remove', { thing: row.name || t('contacts.number', { number: place + 1 }) })}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" className="link-button" onClick={() => setRows([...rows, emptyContact])}>
          {t('contacts.add')}
        </button>
      </p>
      {isStale(saving.error) ? (
        <StaleNotice
          onReload={() => {
            saving.reset();
            onReload();
          }}
        />
      ) : (
        saving.error &&
        said(violationsOf(saving.error).map(({ rule }) => rule)).length === 0 && <ProblemAlert error={saving.error} />
      )}
      <SubmitOrCancel isBusy={saving.isPending} onCancel={onClose} />
    </form>
  );
}
