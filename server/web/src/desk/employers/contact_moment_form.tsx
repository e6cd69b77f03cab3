// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import type { ContactMomentRecord, NewContactMoment } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../shared/api/use_change';
import { fieldAt, ruleInWords, violationsOf } from '../../shared/api/violations';
import { forgetDraft, keepDraft, readDraft } from '../../shared/drafts';
import { today } from '../../shared/format/today';
import { useSession } from '../../shared/session';
import { LongTextField, SelectField, TextField } from '../../shared/ui/form/controls';
import { SubmitOrCancel } from '../../shared/ui/form/submit_or_cancel';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { contactMoments } from '../../shared/api/records';

const kinds = ['visit', 'telephone', 'email', 'video_call', 'event', 'other'] as const;
const subjects = ['introduction', 'vacancy', 'proposal', 'placement', 'agreement', 'other'] as const;

export const momentDraft = (employerId: string) => `moment.${employerId}`;

interface Typed {
  day: string;
  kind: (typeof kinds)[number];
  subject: (typeof subjects)[number];
  accountManager: string;
  notes: string;
}

const places = {
  day: '/day',
  kind: '/kind',
  subject: '/subject',
  accountManager: '/accountManager',
  notes: '/notes',
} as const;

const contentOf = ({ day, kind, subject, accountManager, notes }: Typed): NewContactMoment => ({
  day,
  kind,
  subject,
  ...(accountManager.trim() === '' ? {} : { accountManager: accountManager.trim() }),
  ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
});

interface ContactMomentFormProps {
  employerId: string;
  /** The one to be changed; absent for a new one. */
  moment?: ContactMomentRecord;
  onClose(): void;
}

/** Writes a contact down. A new one is kept in this tab while it is typed. */
export function ContactMomentForm({ employerId, moment, onClose }: ContactMomentFormProps) {
  const { t } = useTranslation();
  const { displayName = '' } = useSession();
  const draftName = momentDraft(employerId);
  const [typed, setTyped] = useState<Typed>(() => {
    const start = {
      day: today(),
      kind: 'telephone',
      subject: 'vacancy',
      accountManager: displayName,
      notes: '',
    } as const;
    if (!moment) return readDraft<Typed>(draftName) ?? start;
    return { ...start, accountManager: '', ...moment };
  });
  const [seen, setSeen] = useState(moment);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (!moment) keepDraft(draftName, typed);
  }, [draftName, moment, typed]);
  const close = () => {
    if (!moment) forgetDraft(draftName);
    onClose();
  };
  const saving = useChange(async (content: NewContactMoment, key) => {
    if (!seen) return contactMoments.add(employerId, content, key);
    const { record, etag } = await contactMoments.read(seen.id);
    // Somebody else changed it since the list was read: what they wrote is not overwritten unseen.
    if (JSON.stringify(record) !== JSON.stringify(seen)) throw new StaleMoment(record);
    const emptied = { accountManager: null, notes: null };
    return contactMoments.change(seen.id, { ...emptied, ...content }, etag, key);
  }, close);
  const stale = saving.error instanceof StaleMoment ? saving.error.record : undefined;
  const isGone = isStale(saving.error);
  const errorOf = (field: keyof Typed) => {
    if (field === 'day' && typed.day === '' && saving.isError) return t('form.rule.date');
    const found = violationsOf(saving.error).find(({ field: at }) => fieldAt(at, places) === field);
    if (!found) return undefined;
    const { key, values } = ruleInWords(found.rule);
    return t(key, values ?? {});
  };
  const bind = <Field extends keyof Typed>(field: Field) => ({
    id: `moment-${moment?.id ?? 'new'}-${field}`,
    label: t(`moments.field.${field}`),
    value: typed[field],
    error: errorOf(field),
    onChange: (value: Typed[Field]) => setTyped({ ...typed, [field]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(contentOf(typed));
  };
  const isOtherError = saving.error && !stale && violationsOf(saving.error).length === 0;
  return (
    <form className="moment-form" noValidate ref={box} onSubmit={submit}>
      <div className="form-line">
        <TextField {...bind('day')} type="date" width="middle" isRequired />
        <SelectField {...bind('kind')} options={kinds.map((value) => ({ value, label: t(`moments.kind.${value}`) }))} />
        <SelectField
          {...bind('subject')}
          options={subjects.map((value) => ({ value, label: t(`moments.subject.${value}`) }))}
        />
      </div>
      <LongTextField {...bind('notes')} rows={4} maxLength={2000} />
      <TextField {...bind('accountManager')} maxLength={70} width="middle" />
      {stale && (
        <div className="utrecht-alert utrecht-alert--warning problem" role="alert">
          <div className="utrecht-alert__content">
            <p className="problem__title">{t('form.stale.title')}</p>
            <p>{t('moments.theirs')}</p>
            <p className="long-text">{stale.notes ?? '–'}</p>
            <Button
              purpose="secondary"
              onClick={() => {
                setSeen(stale);
                saving.reset();
              }}
            >
              {t('moments.seen')}
            </Button>
          </div>
        </div>
      )}
      {isOtherError && <ProblemAlert error={saving.error} {...(isGone ? { onRetry: () => saving.reset() } : {})} />}
      <SubmitOrCancel isBusy={saving.isPending} onCancel={close} />
    </form>
  );
}

/** What somebody else has made of it meanwhile. */
class StaleMoment extends Error {
  constructor(readonly record: ContactMomentRecord) {
    super('changed by somebody else');
  }
}
