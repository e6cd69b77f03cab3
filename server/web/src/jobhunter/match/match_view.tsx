// SPDX-License-Identifier: EUPL-1.2
import type { Download, FileForm, MatchRequest } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { useFragmentState } from '../../shared/fragment_state';
import { usePreferences } from '../../shared/preferences';
import { CopyLink } from '../../shared/ui/copy_link';
import { DownloadButtons } from '../../shared/ui/download_buttons';
import { Loading } from '../../shared/ui/loading';
import { Pager } from '../../shared/ui/pager';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { Lanes } from './lanes';
import type { RowsResult } from './map_result';
import { MatchControls } from './match_controls';
import { MatchItem } from './match_item';
import type { MatchRow } from './match_row';
import { ProfileSuggestion } from './profile_suggestion';
import { RequirementCosts } from './requirement_costs';
import { matchCodec, matchRequestOf, otherList, relaxationsRequestOf, withToggled } from './match_state';

export interface MatchViewProps {
  /** Which side is listed. */
  kind: 'candidates' | 'vacancies';
  useMatches(request: MatchRequest): RowsResult;
  fetchFile(request: MatchRequest, form: FileForm): Promise<Download>;
  /** The vacancy whose candidates are listed. */
  vacancyId?: string;
  /** What belongs above the list. */
  toolbar?: ReactNode;
  /** What can be done with a row, within the run that was answered. */
  rowActions?(row: MatchRow, runId: string | undefined): ReactNode;
}

export function MatchView(props: MatchViewProps) {
  const { kind, useMatches, fetchFile, vacancyId, toolbar, rowActions } = props;
  const { t } = useTranslation();
  const { explanationLanguage, format } = usePreferences();
  const { state: carried } = useLocation();
  const { state, addressOf, push, replace } = useFragmentState(matchCodec);
  const request = matchRequestOf(state, explanationLanguage);
  const { data, error, isPlaceholderData, refetch } = useMatches(request);
  return (
    <section className="matches" aria-labelledby="matches-heading">
      <Heading level={2} appearance="level-3" id="matches-heading">
        {t(`match.title.${kind}`)}
      </Heading>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !error && (
        <>
          <Lanes
            kind={kind}
            counts={data.counts}
            lane={state.lane}
            carried={carried}
            addressOf={(lane) => addressOf(otherList(state, { lane }))}
            vacancyId={vacancyId}
          />
          <p className="lane-explained">{t(`lane.explained.${state.lane}`)}</p>
          <MatchControls state={state} push={push} />
          {data.suggestedProfile && (
            <ProfileSuggestion
              suggestion={data.suggestedProfile}
              onTake={() => push(otherList(state, { profile: data.suggestedProfile?.name ?? '' }))}
            />
          )}
          <p className="matches__count" role="status">
            {t(`match.count.${kind}`, {
              count: data.total,
              shown: format.number(data.total),
              lane: t(`lane.${state.lane}`),
            })}
          </p>
          {data.rows.length > 0 && toolbar}
          {data.rows.length === 0 && <p className="empty">{t(`match.empty.${state.lane}`)}</p>}
          <ol className={isPlaceholderData ? 'match-list match-list--old' : 'match-list'} aria-busy={isPlaceholderData}>
            {data.rows.map((row) => (
              <MatchItem
                key={row.id}
                row={row}
                profile={state.profile}
                isOpen={state.open.includes(row.id)}
                onToggle={() => replace(withToggled(state, row.id))}
                actions={rowActions?.(row, data.run.runId)}
              />
            ))}
          </ol>
          <Pager
            label={t('match.pages')}
            page={state.page}
            pageSize={state.pageSize}
            total={data.total}
            carried={carried}
            addressOf={(page) => addressOf({ ...otherList(state, { page }), seed: data.run.seed })}
          />
          <div className="matches__actions">
            <DownloadButtons
              total={data.total}
              fetchFile={(form) => fetchFile({ ...request, seed: data.run.seed }, form)}
            />
            <CopyLink />
          </div>
          {vacancyId && data.requirementCosts && (
            <RequirementCosts
              key={`${vacancyId} ${state.profile}`}
              vacancyId={vacancyId}
              costs={data.requirementCosts}
              request={relaxationsRequestOf(state, explanationLanguage)}
            />
          )}
        </>
      )}
    </section>
  );
}
