import { crc32 } from 'node:zlib';

/** A ZIP file of plain texts, stored without compression; each file is executable. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.byteLength, 14);
    common.writeUInt32LE(data.byteLength, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(0o100_755 * 0x1_00_00, 6);
    end.writeUInt32LE(offset, 10);
    // Made by Unix, so that the permissions in the upper half of the attributes are used.
    directory.push(Buffer.from('PK\x01\x02\x14\x03'), common, end, Buffer.from(name));
    entries.push(entry);
    offset += entry.byteLength;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.byteLength, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, central, Buffer.from('PK\x05\x06'), end]);
}
