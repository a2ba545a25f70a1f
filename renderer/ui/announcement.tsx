import { useEffect, useState } from 'react';

/** Says `words` to a screen reader whenever they change, and not when the screen is opened. */
export function Announcement({ words }: { readonly words: string }) {
  const [first] = useState(words);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (words !== first) setChanged(true);
  }, [words, first]);
  return (
    <span role="status" className="visually-hidden">
      {changed ? words : ''}
    </span>
  );
}
