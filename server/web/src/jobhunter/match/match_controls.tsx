// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { MatchSort } from '../../shared/api/types';
import { useWeights } from '../../shared/api/queries';
import { pageSizes } from '../../shared/fragment_state';
import { usePreferences, type Style } from '../../shared/preferences';
import { isJobSeeker, isMediator, useSession } from '../../shared/session';
import { Choice } from '../../shared/ui/choice';
import { matchSorts, otherList, type MatchState } from './match_state';

const styles: readonly Style[] = ['full', 'plain'];

export function MatchControls({ state, push }: { state: MatchState; push(next: MatchState): void }) {
  const { t } = useTranslation();
  const { style, chooseStyle, uiLanguage } = usePreferences();
  // How criteria weigh is for who mediates to choose.
  const session = useSession();
  const { data: weights } = useWeights(isMediator(session));
  const nameOf = (sort: MatchSort) => (sort === 'supply' && isJobSeeker(session) ? 'own' : sort);
  return (
    <div className="controls">
      <Choice
        label={t('match.sort')}
        value={state.sort}
        options={matchSorts.map((sort) => ({ value: sort, label: t(`match.sorts.${nameOf(sort)}`) }))}
        onChoose={(sort) => push(otherList(state, { sort }))}
      />
      {weights && weights.profiles.length > 1 && (
        <Choice
          label={t('weights.profile')}
          value={state.profile === '' ? weights.default : state.profile}
          options={weights.profiles.map(({ name, title }) => ({ value: name, label: title[uiLanguage] }))}
          onChoose={(name) => push(otherList(state, { profile: name === weights.default ? '' : name }))}
        />
      )}
      {uiLanguage === 'nl' && (
        <Choice
          label={t('match.style')}
          value={style}
          options={styles.map((one) => ({ value: one, label: t(`match.styles.${one}`) }))}
          onChoose={chooseStyle}
        />
      )}
      <Choice
        label={t('search.pageSize')}
        value={String(state.pageSize)}
        options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
        onChoose={(size) => push(otherList(state, { pageSize: Number(size) }))}
      />
    </div>
  );
}
