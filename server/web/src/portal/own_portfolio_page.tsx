// SPDX-License-Identifier: EUPL-1.2
import type { ErasureReceipt } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateWishes } from '../jobhunter/facts/candidate_wishes';
import { DemandList } from '../jobhunter/facts/demand_list';
import { portfolioParts } from '../jobhunter/facts/portfolio';
import { PortfolioView } from '../jobhunter/facts/portfolio_view';
import { useCandidate } from '../shared/api/queries';
import { usePreferences } from '../shared/preferences';
import { useHeadingFocus } from '../shared/ui/heading_focus';
import { Loading } from '../shared/ui/loading';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { CorrectForm } from './own/correct_form';
import { Downloads } from './own/downloads';
import { Erase, Erased } from './own/erase';
import { useMe } from './own/own_state';
import { withLabels } from './own/own_values';
import { Visibility } from './own/visibility';
import { WhoLooked } from './own/who_looked';
import { OwnRecord } from './own_record';

/** What the municipality knows of a job seeker for finding work, as they see it themselves. */
export function OwnPortfolioPage() {
  const [receipt, setReceipt] = useState<ErasureReceipt>();
  if (receipt) return <Erased receipt={receipt} />;
  return (
    <OwnRecord>
      {(id) => (
        <>
          <OwnPortfolio id={id} />
          <OwnData id={id} onErased={setReceipt} />
        </>
      )}
    </OwnRecord>
  );
}

/** What somebody may do with their own data. */
function OwnData({ id, onErased }: { id: string; onErased(receipt: ErasureReceipt): void }) {
  const { language } = usePreferences();
  const { data: me, error, refetch } = useMe();
  const { data: shown } = useCandidate(id, language);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!me || !shown) return <Loading />;
  const named = { ...me, record: withLabels(me.record, shown.wantedOccupations ?? []) };
  return (
    <div className="own">
      <CorrectForm me={named} />
      <Visibility me={me} />
      <WhoLooked />
      <Downloads />
      <Erase etag={me.etag} onErased={onErased} />
    </div>
  );
}

function OwnPortfolio({ id }: { id: string }) {
  const { t } = useTranslation();
  const { format, language } = usePreferences();
  const heading = useHeadingFocus(t('portal.portfolio.title'));
  const { data, error, refetch } = useCandidate(id, language);
  const words = { t, format };
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('portal.portfolio.title')}
      </Heading>
      <p className="lead">{t('portal.portfolio.lead')}</p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.updated && <p className="hint">{t('portal.portfolio.updated', { date: format.date(data.updated) })}</p>}
          {data.summary && <p className="summary">{data.summary}</p>}
          <section aria-labelledby="wishes">
            <Heading level={2} appearance="level-3" id="wishes">
              {t('portal.portfolio.wishes')}
            </Heading>
            <DemandList demands={candidateWishes(data, words)} />
          </section>
          <section aria-labelledby="abilities">
            <Heading level={2} appearance="level-3" id="abilities">
              {t('portal.portfolio.abilities')}
            </Heading>
            <PortfolioView parts={portfolioParts(data, words)} />
          </section>
          <p className="hint">{t('portal.portfolio.mistake')}</p>
        </>
      )}
    </>
  );
}
