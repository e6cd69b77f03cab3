// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';

const forms = ['europass', 'vum', 'json'] as const;

/** The own data as files, of which the server says the names. */
export function Downloads() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="own-downloads">
      <Heading level={2} appearance="level-3" id="own-downloads">
        {t('portal.own.downloads.title')}
      </Heading>
      <ul className="own__downloads">
        {forms.map((form) => (
          <li key={form}>
            <a className="nl-link" href={`/v1/me/export?format=${form}`} download>
              {t(`portal.own.downloads.${form}`)}
            </a>
            <p className="hint">{t(`portal.own.downloads.${form}Means`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
