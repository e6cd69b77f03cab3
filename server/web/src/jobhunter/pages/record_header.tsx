// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { Icon } from '../../shared/ui/icons';
import { fragmentOf } from '../../shared/fragment_state';
import { emptySearch, searchCodec } from '../search/search_state';
import { readWayBack } from '../way_back';

interface RecordHeaderProps {
  title: string;
  details: readonly string[];
  /** The list that belongs to this page, for who came here directly. */
  listPath: '/vacatures' | '/werkzoekenden' | '/onze-vacatures' | '/werkgevers' | '/selecties';
  /** The record, and what others like it are called. */
  alike?: { id: string; label: string };
}

const wayNames: readonly [RegExp, string][] = [
  [/^\/vacatures\/./, 'back.vacancy'],
  [/^\/werkzoekenden\/./, 'back.candidate'],
  [/^\/vacatures$/, 'back.vacancies'],
  [/^\/werkzoekenden$/, 'back.candidates'],
  [/^\/nieuw$/, 'back.feed'],
  [/^\/mijn\/vacatures$/, 'back.ownVacancies'],
  [/^\/onze-vacatures$/, 'back.ourVacancies'],
  [/^\/werkgevers$/, 'back.employers'],
  [/^\/werkgevers\/./, 'back.employer'],
  [/^\/selecties$/, 'back.selections'],
  [/^\/selecties\/./, 'back.selection'],
  [/^\/caseload$/, 'back.caseload'],
];

function BackLink({ listPath }: Pick<RecordHeaderProps, 'listPath'>) {
  const { t } = useTranslation();
  const way = readWayBack(useLocation().state) ?? { pathname: listPath, hash: '' };
  const name = wayNames.find(([pattern]) => pattern.test(way.pathname))?.[1] ?? 'back.start';
  return (
    <p className="way-back">
      <Link className="nl-link" to={way}>
        <Icon name="back" />
        {t(name)}
      </Link>
    </p>
  );
}

export function RecordHeader({ title, details, listPath, alike }: RecordHeaderProps) {
  const heading = useHeadingFocus(title);
  return (
    <>
      <BackLink listPath={listPath} />
      <Heading level={1} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {details.length > 0 && <p className="record-details">{details.join(' · ')}</p>}
      {alike && (
        <p>
          <Link
            className="nl-link"
            to={{ pathname: listPath, hash: fragmentOf(searchCodec, { ...emptySearch, like: alike.id }) }}
          >
            {alike.label}
          </Link>
        </p>
      )}
    </>
  );
}
