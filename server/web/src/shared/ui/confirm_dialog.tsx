// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What happens when they go on, as a verb. */
  action: string;
  /** The way back; absent: "Annuleren". */
  cancel?: string;
  isBusy?: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/** Asks before something that cannot be undone. The way back has the focus; Escape takes it. */
export function ConfirmDialog({
  title,
  children,
  action,
  cancel,
  isBusy = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 className="nl-heading nl-heading--level-3" id={id}>
        {title}
      </h2>
      {children}
      <div className="dialog__actions">
        <Button purpose="secondary" onClick={onCancel} autoFocus>
          {cancel ?? t('form.cancel')}
        </Button>
        <Button purpose="primary" disabled={isBusy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}
