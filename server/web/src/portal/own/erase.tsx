// SPDX-License-Identifier: EUPL-1.2
import type { ErasureReceipt } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { ChangeResult } from './change_result';
import { useEraseMe } from './own_state';

/** Erases after a second question. `onErased` gets the proof. */
export function Erase({ etag, onErased }: { etag: string; onErased(receipt: ErasureReceipt): void }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const erase = useEraseMe(etag);
  return (
    <section aria-labelledby="own-erase">
      <Heading level={2} appearance="level-3" id="own-erase">
        {t('portal.own.erase.title')}
      </Heading>
      <p>{t('portal.own.erase.lead')}</p>
      {!isAsked && (
        <Button purpose="secondary" onClick={() => setIsAsked(true)}>
          {t('portal.own.erase.begin')}
        </Button>
      )}
      {isAsked && (
        <div className="own__sure" role="group" aria-labelledby="own-sure">
          <p id="own-sure">
            <strong>{t('portal.own.erase.sure')}</strong>
          </p>
          <p>{t('portal.own.erase.sureMeans')}</p>
          <ChangeResult error={erase.error} isKept={false} />
          <p className="own__row">
            <Button purpose="secondary" autoFocus onClick={() => setIsAsked(false)}>
              {t('portal.own.erase.keep')}
            </Button>
            <Button
              purpose="primary"
              disabled={erase.isPending}
              onClick={() => erase.mutate(undefined, { onSuccess: onErased })}
            >
              {t('portal.own.erase.confirm')}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

/** What is left to say: what went, and by what that can be shown. */
export function Erased({ receipt }: { receipt: ErasureReceipt }) {
  const { t } = useTranslation();
  const heading = useHeadingFocus(t('portal.own.erased.title'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('portal.own.erased.title')}
      </Heading>
      <p className="lead">{t('portal.own.erased.text')}</p>
      <p>{t('portal.own.erased.kept')}</p>
      <p>{t('portal.own.erased.proof')}</p>
      <p className="own__proof">
        <code>
          {receipt.proof.auditRow} {receipt.proof.auditChain}
        </code>
      </p>
    </>
  );
}
