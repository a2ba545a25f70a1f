import { useEffect, useState } from 'react';

/** The current time in milliseconds, updated every `every` milliseconds so that ages and countdowns move. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
