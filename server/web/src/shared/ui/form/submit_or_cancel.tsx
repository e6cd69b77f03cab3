// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';

interface SubmitOrCancelProps {
  /** What submitting does, as a verb; absent: "Opslaan". */
  action?: string;
  /** Secondary where the form stands within a page that has a more important step. */
  purpose?: 'primary' | 'secondary';
  isBusy: boolean;
  onCancel(): void;
}

/** The end of every small form: the button that submits it, and the way back beside it. */
export function SubmitOrCancel({ action, purpose = 'primary', isBusy, onCancel }: SubmitOrCancelProps) {
  const { t } = useTranslation();
  return (
    <div className="form__actions">
      <Button purpose={purpose} type="submit" disabled={isBusy}>
        {action ?? t(isBusy ? 'form.saving' : 'form.save')}
      </Button>
      <Button purpose="subtle" onClick={onCancel}>
        {t('form.cancel')}
      </Button>
    </div>
  );
}
