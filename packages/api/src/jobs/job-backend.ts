import { MongoBackend } from '@agendajs/mongo-backend';
import type { JobRepository } from 'agenda';
import { describeError } from '../lib/describe-error.ts';
import type { Logger } from '../lib/logger.ts';

/** Where agenda keeps its jobs: the collection `jobs`. */
export class JobBackend extends MongoBackend {
  readonly #logger: Logger;

  /** @param db the database, of the driver that mongoose brings */
  constructor(db: object, logger: Logger) {
    super({ mongo: db as never, collection: 'jobs' });
    this.#logger = logger;
  }

  /** Agenda does not wait for a job it lets go; what the database loses of that, the end of the job's lock makes up for. */
  override get repository(): JobRepository {
    const repository = super.repository;
    const unlockJob: JobRepository['unlockJob'] = async (job) => {
      try {
        await repository.unlockJob(job);
      } catch (error) {
        this.#logger.warn({ job: job.name, ...describeError(error) }, 'job not let go; its lock ends by itself');
      }
    };
    return new Proxy(repository, {
      get: (target, name) => (name === 'unlockJob' ? unlockJob : Reflect.get(target, name).bind?.(target)),
    });
  }
}
