import { createContext, useContext, useMemo } from 'react';
import { createText } from '../../text/create-text.ts';
import type { Text } from '../../text/create-text.ts';
import {
  ageWords,
  clockWords,
  durationWords,
  numberWords,
  timeWords,
} from '../../text/words/format.ts';

const TextContext = createContext<Text>(createText('en'));

/** Sets the locale of the screens below it. */
export const TextProvider = TextContext.Provider;

/** Sentences and formats for a screen. */
export function useText() {
  const text = useContext(TextContext);
  return useMemo(
    () => ({
      text,
      t: text.t,
      age: (instant: string, now: number) => ageWords(text, instant, now),
      time: (instant: string) => timeWords(text, instant),
      clock: (instant: string) => clockWords(text, instant),
      number: (value: number) => numberWords(text, value),
      duration: (milliseconds: number) => durationWords(text, milliseconds),
    }),
    [text],
  );
}
