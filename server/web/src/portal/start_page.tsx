// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { isEmployer, isJobSeeker, useSession } from '../shared/session';
import { useHeadingFocus } from '../shared/ui/heading_focus';

/** The first page of everybody who is no mediator: what there is for them, or that there is nothing yet. */
export function PortalStartPage() {
  const { t } = useTranslation();
  const session = useSession();
  const heading = useHeadingFocus(t('portal.start.title'));
  const entries = isJobSeeker(session)
    ? [
        ['portfolio', '/mijn/portfolio'],
        ['vacancies', '/mijn/vacatures'],
      ]
    : isEmployer(session)
      ? [['employer', '/onze-vacatures']]
      : session.roles.includes('manager')
        ? [['manager', '/vacatures']]
        : [];
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('portal.start.title')}
      </Heading>
      {entries.length === 0 && <p className="lead">{t('portal.start.nothing')}</p>}
      <div className="entries">
        {entries.map(([name, path]) => (
          <section key={name} className="entry" aria-labelledby={`entry-${name}`}>
            <Heading level={2} appearance="level-3" id={`entry-${name}`}>
              {t(`portal.start.${name}.title`)}
            </Heading>
            <p>{t(`portal.start.${name}.text`)}</p>
            <p>
              <Link className="nl-link" to={path ?? '/'}>
                {t(`portal.start.${name}.action`)}
              </Link>
            </p>
          </section>
        ))}
      </div>
    </>
  );
}
