/** As a shell has it of a program that SIGPIPE ended. */
const READER_GONE = 128 + 13;

/** Ends the program without a word once nobody reads its output any more (`... | head -1`), as `cat` does. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(READER_GONE);
    });
  }
}
