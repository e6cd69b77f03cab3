// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';

export interface Done {
  text: string;
  undo(): void;
}

/** Says what has just been done, with the way back. Stays until something else is done. */
export function UndoBar({ done, isBusy }: { done: Done | undefined; isBusy: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {done && (
        <p className="undo-bar">
          {done.text}{' '}
          <button type="button" className="link-button" disabled={isBusy} onClick={done.undo}>
            {t('form.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
