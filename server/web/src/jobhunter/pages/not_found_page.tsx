// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useHeadingFocus } from '../../shared/ui/heading_focus';

export function NotFoundPage() {
  const { t } = useTranslation();
  const heading = useHeadingFocus(t('notFound.title'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('notFound.title')}
      </Heading>
      <p>{t('notFound.text')}</p>
      <p>
        <Link className="nl-link" to="/">
          {t('back.start')}
        </Link>
      </p>
    </>
  );
}
