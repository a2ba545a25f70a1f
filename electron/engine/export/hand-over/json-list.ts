/** The elements of a JSON array, without brackets, one page at a time. */
export async function* jsonList(
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<Uint8Array> {
  let before = '\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield Buffer.from(before + page.map((entry) => JSON.stringify(entry)).join(',\n'));
    before = ',\n';
  }
}
