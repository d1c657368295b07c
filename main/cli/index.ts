import { run } from './run.ts';

// `jianzhu article list | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Set, not exited with: what is still on its way to a pipe must arrive.
process.exitCode = await run(process.argv.slice(2));
