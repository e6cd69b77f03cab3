// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { Choice } from '../../shared/ui/choice';
import { Icon } from '../../shared/ui/icons';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { backTo } from '../../jobhunter/way_back';
import type { Shortlist } from './use_shortlist';

interface ShortlistBarProps {
  shortlist: Shortlist;
  nameOfNew: string;
  /** What is done with the chosen one. */
  children?: ReactNode;
}

/** Above a list of people: to which selection they go. */
export function ShortlistBar({ shortlist, nameOfNew, children }: ShortlistBarProps) {
  const { t } = useTranslation();
  const here = useLocation();
  const { options, chosen, choose, error, dismiss } = shortlist;
  const names = [
    ...options.map(({ selectionId, name, candidates }) => ({
      value: selectionId,
      label: t('shortlist.withCount', { name, count: candidates }),
    })),
    { value: '', label: t('shortlist.new', { name: nameOfNew }) },
  ];
  return (
    <>
      <div className="shortlist-bar">
        <Choice label={t('shortlist.to')} value={chosen} options={names} onChoose={choose} />
        {children}
        {chosen !== '' && (
          <Link className="nl-link" to={`/selecties/${chosen}`} state={backTo(here)}>
            {t('shortlist.open')}
          </Link>
        )}
      </div>
      {error && <ProblemAlert error={error} onRetry={dismiss} />}
    </>
  );
}

interface ShortlistToggleProps {
  shortlist: Shortlist;
  candidateId: string;
  /** For who cannot see beside whom it stands. */
  who: string;
}

/** Puts somebody in the chosen selection, or takes them out again. */
export function ShortlistToggle({ shortlist, candidateId, who }: ShortlistToggleProps) {
  const { t } = useTranslation();
  const isIn = shortlist.has(candidateId) ?? false;
  return (
    <button
      type="button"
      className="toggle"
      aria-pressed={isIn}
      disabled={shortlist.isBusy}
      onClick={() => shortlist.toggle(candidateId)}
    >
      {isIn && <Icon name="met" />}
      {t(isIn ? 'shortlist.isIn' : 'shortlist.add')}
      <span className="visually-hidden"> {who}</span>
    </button>
  );
}
