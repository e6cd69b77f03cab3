// SPDX-License-Identifier: EUPL-1.2
import type { Me } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeResult } from './change_result';
import { Field } from './field';
import { useChangeMe } from './own_state';
import { changesOf, valuesOf, type OwnValues } from './own_values';
import { WantedOccupations } from './wanted_occupations';
import type { Versioned } from '../../shared/api/records';

/** What somebody can put right themselves. Begins anew when the record has changed meanwhile. */
export function CorrectForm({ me }: { me: Versioned<Me> }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<OwnValues>(() => valuesOf(me.record));
  const [shownTag, setShownTag] = useState(me.etag);
  const change = useChangeMe(me.etag);
  const summaryId = useId();
  if (shownTag !== me.etag) {
    setShownTag(me.etag);
    setValues(valuesOf(me.record));
  }
  const changes = changesOf(me.record, values);
  const put = (part: Partial<OwnValues>) => setValues({ ...values, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Not a button that is switched off: it would lose the focus of who has just pressed it.
    if (changes && !change.isPending) change.mutate(changes);
  };
  const label = (name: string) => t(`portal.own.form.${name}`);
  return (
    <section aria-labelledby="own-correct">
      <Heading level={2} appearance="level-3" id="own-correct">
        {t('portal.own.form.title')}
      </Heading>
      <p>{t('portal.own.form.lead')}</p>
      <form className="own__form" onSubmit={submit}>
        <div className="own__field">
          <label className="utrecht-form-label" htmlFor={summaryId}>
            {label('summary')}
          </label>
          <textarea
            id={summaryId}
            className="utrecht-textbox"
            rows={4}
            maxLength={2000}
            value={values.summary}
            onChange={(event) => put({ summary: event.target.value })}
          />
        </div>
        <WantedOccupations labels={values.wanted} onChange={(wanted) => put({ wanted })} />
        <div className="own__pair">
          <Field
            label={label('postcode')}
            value={values.postcode}
            maxLength={7}
            autoComplete="postal-code"
            onChange={(event) => put({ postcode: event.target.value })}
          />
          <Field
            label={label('distance')}
            type="number"
            min={0}
            max={999}
            value={values.distance}
            onChange={(event) => put({ distance: event.target.value })}
          />
        </div>
        <div className="own__pair">
          <Field
            label={label('hoursMinimum')}
            type="number"
            min={0}
            max={99}
            value={values.hoursMinimum}
            onChange={(event) => put({ hoursMinimum: event.target.value })}
          />
          <Field
            label={label('hoursMaximum')}
            type="number"
            min={0}
            max={99}
            value={values.hoursMaximum}
            onChange={(event) => put({ hoursMaximum: event.target.value })}
          />
        </div>
        <Field
          label={label('availableFrom')}
          type="date"
          value={values.availableFrom}
          onChange={(event) => put({ availableFrom: event.target.value })}
        />
        <div className="own__pair">
          <Field
            label={label('email')}
            type="email"
            maxLength={320}
            autoComplete="email"
            value={values.email}
            onChange={(event) => put({ email: event.target.value })}
          />
          <Field
            label={label('phone')}
            type="tel"
            maxLength={30}
            autoComplete="tel"
            value={values.phone}
            onChange={(event) => put({ phone: event.target.value })}
          />
        </div>
        <ChangeResult error={change.error} isKept={change.isSuccess && !changes} />
        <p>
          <Button purpose="primary" type="submit">
            {label('save')}
          </Button>
        </p>
      </form>
    </section>
  );
}
