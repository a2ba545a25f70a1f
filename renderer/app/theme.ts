import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** A muted petrol: not one of the indicator's colors, so that nothing else looks like a status. */
const petrol: BrandVariants = {
  10: '#04090b',
  20: '#0b1c22',
  30: '#0d2d38',
  40: '#0c3a49',
  50: '#0c485b',
  60: '#0d566d',
  70: '#126480',
  80: '#1a7191',
  90: '#327fa0',
  100: '#498eae',
  110: '#5f9dbc',
  120: '#76acc9',
  130: '#8dbcd6',
  140: '#a6cce2',
  150: '#c0dcec',
  160: '#dcecf6',
};

const light: Theme = { ...createLightTheme(petrol), colorNeutralForeground4: '#616161' };
const dark: Theme = {
  ...createDarkTheme(petrol),
  colorBrandForeground1: petrol[120],
  colorBrandForegroundLink: petrol[130],
  colorBrandForegroundLinkHover: petrol[140],
};

const query = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Light or dark, as the system asks. The browser handles forced colors; the components keep their shapes. */
export function useSystemTheme(): Theme {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches) ? dark : light;
}
