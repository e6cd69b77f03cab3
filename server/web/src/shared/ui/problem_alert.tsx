// SPDX-License-Identifier: EUPL-1.2
import { ProblemError, unreachable } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';

function kindOf(
  error: unknown,
): 'unreachable' | 'notFound' | 'invalid' | 'conflict' | 'stale' | 'busy' | 'stopped' | 'other' {
  if (!(error instanceof ProblemError)) return 'other';
  if (error.status === unreachable) return 'unreachable';
  if (error.status === 404) return 'notFound';
  if (error.status === 400) return 'invalid';
  if (error.status === 409) return 'conflict';
  if (error.status === 412) return 'stale';
  if (error.problem?.code === 'matching-stopped') return 'stopped';
  if (error.status === 429 || error.status === 503) return 'busy';
  return 'other';
}

/** What went wrong in our words, then what the server said about it, then a way on. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div className="utrecht-alert utrecht-alert--error problem" role="alert">
      <div className="utrecht-alert__content">
        <p className="problem__title">{t(`problem.${kind}.title`)}</p>
        <p>{t(`problem.${kind}.remedy`)}</p>
        {problem && (
          <p className="problem__detail" lang="en">
            {problem.detail}
          </p>
        )}
        {problem?.violations && problem.violations.length > 0 && (
          <ul lang="en">
            {problem.violations.map(({ field, rule }) => (
              <li key={`${field} ${rule}`}>
                <code>{field}</code>: {rule}
              </li>
            ))}
          </ul>
        )}
        {onRetry && kind !== 'notFound' && (
          <Button purpose="secondary" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
