// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../shared/session';
import { useHeadingFocus } from '../shared/ui/heading_focus';
import { EmployerVacancies } from './employer_vacancies';

/** The vacancies of the organisation of an employer. */
export function OurVacanciesPage() {
  const { t } = useTranslation();
  const { employerId } = useSession();
  const heading = useHeadingFocus(t('ownVacancies.title'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('ownVacancies.title')}
      </Heading>
      {employerId === undefined ? (
        <p>{t('ownVacancies.none')}</p>
      ) : (
        <EmployerVacancies
          employerId={employerId}
          newPath="/vacatures/nieuw"
          newLabel={t('ownVacancies.new')}
          headingLevel={2}
        />
      )}
    </>
  );
}
