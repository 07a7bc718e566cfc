import { MongoBackend } from '@agendajs/mongo-backend';
import { describeError } from '../lib/describe-error.ts';
import type { Logger } from '../lib/logger.ts';

/**
 * Where agenda keeps its jobs: the collection `jobs`. Agenda lets a job go without waiting for it, and a database that
 * is away just then would end the process by a promise that nobody handles; the job's lock ends by itself in time.
 * @param db the database, by the driver that mongoose brings
 */
export function createJobBackend(db: object, logger: Logger): MongoBackend {
  const backend = new MongoBackend({ mongo: db as never, collection: 'jobs' });
  const { repository } = backend;
  const unlock = repository.unlockJob.bind(repository);
  repository.unlockJob = (job) =>
    unlock(job).catch((error: unknown) => logger.warn({ job: job.name, ...describeError(error) }, 'job not let go'));
  return backend;
}
