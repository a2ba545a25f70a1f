/** Initial capacity; doubled when two thirds are in use. */
const firstPlaces = 1024;
const fullShare = 2 / 3;

/**
 * Maps GUIDs to numbers in 20 bytes each. A `Map` with string keys takes six times as much, and a sync of a
 * large customer needs a million. Numbers are integers above 0 and below 2^32.
 */
export interface GuidNumbers {
  readonly size: number;
  /** Undefined if the GUID is unknown. */
  get(guid: string): number | undefined;
  set(guid: string, value: number): void;
  clear(): void;
}

/** Creates an empty {@link GuidNumbers}: open addressing, with the GUIDs' random bits as the hash. */
export function createGuidNumbers(): GuidNumbers {
  let places = firstPlaces;
  let keys = new Uint32Array(places * 4);
  let values = new Uint32Array(places);
  let size = 0;
  const wanted = new Uint32Array(4);

  /** The slot of `wanted`, or the free slot where it belongs. */
  const find = (): number => {
    let place = (wanted[3] ?? 0) & (places - 1);
    for (;;) {
      if (values[place] === 0) return place;
      const key = place * 4;
      if (
        keys[key] === wanted[0] &&
        keys[key + 1] === wanted[1] &&
        keys[key + 2] === wanted[2] &&
        keys[key + 3] === wanted[3]
      ) {
        return place;
      }
      place = (place + 1) & (places - 1);
    }
  };
  const put = (value: number): void => {
    const place = find();
    if (values[place] === 0) size += 1;
    keys.set(wanted, place * 4);
    values[place] = value;
  };
  const empty = (count: number): void => {
    places = count;
    keys = new Uint32Array(places * 4);
    values = new Uint32Array(places);
    size = 0;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    empty(places * 2);
    for (const [place, value] of oldValues.entries()) {
      if (value === 0) continue;
      wanted.set(oldKeys.subarray(place * 4, place * 4 + 4));
      put(value);
    }
  };

  return {
    get size() {
      return size;
    },
    get(guid) {
      read(guid, wanted);
      const value = values[find()];
      return value === 0 ? undefined : value;
    },
    set(guid, value) {
      if (!(value > 0 && value < 2 ** 32)) throw new RangeError(`${value} is no number of a GUID.`);
      if (size >= places * fullShare) grow();
      read(guid, wanted);
      put(value);
    },
    clear: () => empty(firstPlaces),
  };
}

const hyphen = 0x2d;
const nine = 0x39;

/** Reads the 128 bits of a GUID, ignoring hyphens and case. */
function read(guid: string, into: Uint32Array): void {
  let word = 0;
  let digits = 0;
  for (let at = 0; at < guid.length; at += 1) {
    const code = guid.charCodeAt(at);
    if (code === hyphen) continue;
    word = (word << 4) | (code <= nine ? code & 0xf : (code & 0xf) + 9);
    digits += 1;
    if (digits % 8 === 0) into[digits / 8 - 1] = word;
  }
}
