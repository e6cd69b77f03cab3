// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface SummaryLine {
  /** Of the control, to go to; absent when no field of the form is meant. */
  id?: string | undefined;
  text: string;
}

function goTo(id: string) {
  const control = document.getElementById(id);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** Above a form that could not be sent: everything that is wrong, each a way to its field. Takes the focus. */
export function ErrorSummary({ lines, attempt }: { lines: readonly SummaryLine[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const isShown = lines.length > 0;
  useEffect(() => {
    if (attempt > 0 && isShown) box.current?.focus();
  }, [attempt, isShown]);
  if (!isShown) return null;
  return (
    <div ref={box} tabIndex={-1} className="utrecht-alert utrecht-alert--error problem" role="alert">
      <div className="utrecht-alert__content">
        <p className="problem__title">{t('form.wrong', { count: lines.length })}</p>
        <ul className="problem__list">
          {lines.map(({ id, text }) => (
            <li key={`${id} ${text}`}>
              {id === undefined ? (
                text
              ) : (
                <button type="button" className="link-button" onClick={() => goTo(id)}>
                  {text}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
