// Loaded into the processes that `npm start` starts: when it is gone, however it went, they stop as if asked to.
const longestStopMs = 30_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), longestStopMs).unref();
});
