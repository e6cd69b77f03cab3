// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { api, dataOf, exchangeMilliseconds } from '../../shared/api/api';
import { DetailsOpener } from './details_opener';

interface ExchangeDetailsProps {
  /** Of an answer of the exchange, for a day. */
  exchangeId: string;
  who: string;
}

/** How to reach somebody of another organisation, whom an answer of the exchange showed. */
export function ExchangeDetails({ exchangeId, who }: ExchangeDetailsProps) {
  const { t } = useTranslation();
  return (
    <DetailsOpener
      id={exchangeId}
      who={who}
      purposeHint={t('elsewhere.details.purposeHint')}
      refusals={{
        404: t('elsewhere.details.gone'),
        429: t('elsewhere.details.usedUp'),
        503: t('elsewhere.failed.noAnswer'),
      }}
      open={(purpose) =>
        dataOf(
          api.post('/exchange/candidates/{exchangeId}/_details', {
            params: { path: { exchangeId } },
            body: { purpose },
            signal: AbortSignal.timeout(exchangeMilliseconds),
          }),
        )
      }
    />
  );
}
