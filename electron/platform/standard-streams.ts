/**
 * Handles a reader that closes early (`| head`) or a full target (`> /dev/full`): the process ends as usual,
 * without a stack trace. The exit code changes only if a result could not be written.
 *
 * @param notWritten the exit code of a result that could not be written
 */
export function guardStandardStreams(notWritten = 5): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`${error.message}\n`);
    process.once('exit', () => {
      process.exitCode = notWritten;
    });
  });
}
