// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../shared/api/api';
import { DetailsOpener } from './details_opener';

/** Who a person of our own is. */
export function PersonDetails({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  return (
    <section className="disclosure" aria-labelledby="person-details">
      <Heading level={2} appearance="level-4" id="person-details">
        {t('details.title')}
      </Heading>
      <DetailsOpener
        id={candidateId}
        purposeHint={t('details.purposeHint')}
        refusals={{ 429: t('details.usedUp') }}
        open={(purpose) =>
          dataOf(
            api.post('/candidates/{candidateId}/_details', { params: { path: { candidateId } }, body: { purpose } }),
          )
        }
      />
    </section>
  );
}
