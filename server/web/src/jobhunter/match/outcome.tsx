// SPDX-License-Identifier: EUPL-1.2
import type { Importance, Outcome } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icons';

/** A sign and a word, never colour alone. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  return (
    <span className={`outcome outcome--${outcome}`}>
      <Icon name={outcome} /> {t(`outcome.${outcome}`)}
    </span>
  );
}

export function ImportanceBadge({ importance }: { importance: Importance }) {
  const { t } = useTranslation();
  return <span className={`nl-data-badge importance importance--${importance}`}>{t(`importance.${importance}`)}</span>;
}
