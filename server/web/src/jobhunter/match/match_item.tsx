// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { usePreferences } from '../../shared/preferences';
import { Icon } from '../../shared/ui/icons';
import { backTo } from '../way_back';
import { ExplanationView } from './explanation_view';
import type { MatchRow } from './match_row';
import { ScoreSummary } from './score';

interface MatchItemProps {
  row: MatchRow;
  profile: string;
  isOpen: boolean;
  onToggle(): void;
  /** What can be done with the row. */
  actions?: ReactNode;
}

const mostReasons = 3;

export function MatchItem({ row, profile, isOpen, onToggle, actions }: MatchItemProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const { rank, reasons, openQuestions } = row.facts;
  const explanationId = `uitleg-${row.id}`;
  return (
    <li className="match" data-id={row.id}>
      <p className="match__rank">
        <span className="visually-hidden">{t('match.rank')} </span>
        {format.number(rank)}
      </p>
      <div className="match__main">
        <h3 className="match__title">
          <Link className="nl-link" to={row.path} state={backTo(here)}>
            {row.title}
          </Link>
        </h3>
        <p className="match__details">{row.details.join(' · ')}</p>
        {reasons.length > 0 && (
          <p className="match__reasons">{[...new Set(reasons)].slice(0, mostReasons).join(' ')}</p>
        )}
        {openQuestions.length > 0 && (
          <ul className="match__questions" aria-label={t('match.openQuestions')}>
            {openQuestions.map(({ criterion, text }) => (
              <li key={`${criterion} ${text}`}>
                <Icon name="unknown" /> {text}
              </li>
            ))}
          </ul>
        )}
        <button
          type="button"
          className="link-button match__toggle"
          aria-expanded={isOpen}
          aria-controls={explanationId}
          onClick={onToggle}
        >
          <Icon name="down" />
          {isOpen ? t('match.hideExplanation') : t('match.showExplanation')}
          <span className="visually-hidden"> {t('match.explanationOf', { title: row.title })}</span>
        </button>
        {actions && <p className="actions match__actions">{actions}</p>}
      </div>
      <ScoreSummary facts={row.facts} />
      <div id={explanationId} className="match__explanation" hidden={!isOpen}>
        {isOpen && (
          <ExplanationView vacancyId={row.vacancyId} candidateId={row.candidateId} profile={profile} headingLevel={4} />
        )}
      </div>
    </li>
  );
}
