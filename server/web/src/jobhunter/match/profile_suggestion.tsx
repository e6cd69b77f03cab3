// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { SuggestedProfile } from '../../shared/api/types';

/** Says why another profile may suit the vacancy; only the reader takes it. */
export function ProfileSuggestion({ suggestion, onTake }: { suggestion: SuggestedProfile; onTake(): void }) {
  const { t } = useTranslation();
  return (
    <p className="suggestion">
      {suggestion.reason}{' '}
      <button type="button" className="link-button" onClick={onTake}>
        {t('weights.take', { title: suggestion.title })}
      </button>
    </p>
  );
}
