// SPDX-License-Identifier: EUPL-1.2

const paths = {
  met: 'M3 10.5l4.5 4.5L17 5.5',
  not_met: 'M4.5 4.5l11 11m0-11l-11 11',
  unknown: 'M6.5 7a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M10 16v.6',
  down: 'M4 7l6 6 6-6',
  back: 'M12.5 4l-6 6 6 6',
  next: 'M7.5 4l6 6-6 6',
  search: 'M13 13l4.5 4.5M8.5 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z',
  close: 'M5 5l10 10m0-10L5 15',
} as const;

export type IconName = keyof typeof paths;

/** Always beside words that say the same, so never announced. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={`icon icon--${name}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
