import { useEffect, useState } from 'react';

/** The time now, in milliseconds, again every `every` milliseconds so that ages and countdowns move. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
