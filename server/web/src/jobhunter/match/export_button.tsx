// SPDX-License-Identifier: EUPL-1.2
import type { MatchRequest } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadText, toCsv } from '../../shared/format/csv';
import { usePreferences } from '../../shared/preferences';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { matchTable } from './match_csv';
import type { MatchRow } from './match_row';

const pageSize = 100;
const mostRows = 1000;

export type FetchRows = (request: MatchRequest, signal: AbortSignal) => Promise<{ rows: MatchRow[]; seed: string }>;

interface ExportButtonProps {
  request: MatchRequest;
  total: number;
  fetchRows: FetchRows;
  fileName: string;
}

/** The whole lane in the order shown, page after page with one seed, up to a bound that a spreadsheet can be read in. */
async function allRows(request: MatchRequest, total: number, fetchRows: FetchRows): Promise<MatchRow[]> {
  const rows: MatchRow[] = [];
  let seed = request.seed;
  const { signal } = new AbortController();
  for (let page = 1; rows.length < Math.min(total, mostRows); page += 1) {
    const answer = await fetchRows({ ...request, page, pageSize, ...(seed === undefined ? {} : { seed }) }, signal);
    if (answer.rows.length === 0) break;
    rows.push(...answer.rows);
    seed = answer.seed;
  }
  return rows.slice(0, mostRows);
}

export function ExportButton({ request, total, fetchRows, fileName }: ExportButtonProps) {
  const { t } = useTranslation();
  const { format, uiLanguage } = usePreferences();
  const download = useMutation({
    mutationFn: () => allRows(request, total, fetchRows),
    onSuccess: (rows) =>
      downloadText(fileName, toCsv(matchTable(rows, t), uiLanguage === 'nl' ? ',' : '.'), 'text/csv;charset=utf-8'),
  });
  if (total === 0) return null;
  const label = total > mostRows ? 'match.exportFirst' : 'match.export';
  return (
    <>
      <Button purpose="subtle" disabled={download.isPending} onClick={() => download.mutate()}>
        {t(label, { count: Math.min(total, mostRows), shown: format.number(Math.min(total, mostRows)) })}
      </Button>
      {download.error && <ProblemAlert error={download.error} onRetry={() => download.mutate()} />}
    </>
  );
}
