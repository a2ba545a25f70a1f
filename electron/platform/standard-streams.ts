/**
 * A reader that goes away (`| head`) or a target that is full (`> /dev/full`) is not a fault of ours: the
 * process ends as it would, without a stack trace. Only a result that could not be written changes how it
 * ends.
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
