// SPDX-License-Identifier: EUPL-1.2
import type { Download, FileForm } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences';
import { ProblemAlert } from './problem_alert';

function save({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

interface DownloadButtonsProps {
  /** How many rows there are; without any there is nothing to download. */
  total: number;
  fetchFile: (form: FileForm) => Promise<Download>;
}

/** All of a list as a file, made by the server: who is in it stands in the read log. */
export function DownloadButtons({ total, fetchFile }: DownloadButtonsProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const download = useMutation({ mutationFn: fetchFile, onSuccess: save });
  if (total === 0) return null;
  const words = { count: total, shown: format.number(total) };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((form) => (
        <Button key={form} purpose="subtle" disabled={download.isPending} onClick={() => download.mutate(form)}>
          {t(`download.${form}`, words)}
        </Button>
      ))}
      <span role="status">{download.isPending ? t('download.busy') : ''}</span>
      {download.error && (
        <ProblemAlert
          error={download.error}
          onRetry={() => download.variables !== undefined && download.mutate(download.variables)}
        />
      )}
    </>
  );
}
