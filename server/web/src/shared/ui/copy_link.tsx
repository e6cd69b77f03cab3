// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies the address of what is on the screen. Where the browser forbids that, it is shown to be copied by hand. */
export function CopyLink() {
  const { t } = useTranslation();
  const [result, setResult] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(window.location.href).then(
          () => setResult('copied'),
          () => setResult('refused'),
        )
      : Promise.resolve(setResult('refused'));
  return (
    <div className="copy-link">
      <Button purpose="subtle" onClick={() => void copy()}>
        {t('copyLink.action')}
      </Button>
      <span role="status">{result === 'copied' && t('copyLink.done')}</span>
      {result === 'refused' && (
        <label className="copy-link__by-hand">
          {t('copyLink.byHand')}
          <input
            className="utrecht-textbox"
            readOnly
            value={window.location.href}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </div>
  );
}
