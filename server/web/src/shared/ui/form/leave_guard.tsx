// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '../confirm_dialog';

/** Asks before somebody leaves a form in which they typed something that was not sent. */
export function LeaveGuard({ isDirty, onForget }: { isDirty: boolean; onForget(): void }) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('form.leave.title')}
      action={t('form.leave.action')}
      cancel={t('form.leave.stay')}
      onConfirm={() => {
        onForget();
        blocker.proceed();
      }}
      onCancel={() => blocker.reset()}
    >
      <p>{t('form.leave.text')}</p>
    </ConfirmDialog>
  );
}
