// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';

/** Somebody else changed the record meanwhile: what was typed stays, and is laid over what it has become. */
export function StaleNotice({ onReload }: { onReload(): void }) {
  const { t } = useTranslation();
  return (
    <div className="utrecht-alert utrecht-alert--warning problem" role="alert">
      <div className="utrecht-alert__content">
        <p className="problem__title">{t('form.stale.title')}</p>
        <p>{t('form.stale.text')}</p>
        <Button purpose="secondary" onClick={onReload}>
          {t('form.stale.reload')}
        </Button>
      </div>
    </div>
  );
}
