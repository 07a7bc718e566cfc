import { pino } from 'pino';

/** The part of pino the code uses; objects hold ids and counts, never what a customer wrote. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Makes the structured logger; `level` is a pino level or `silent`. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers', '*.email', '*.phone', '*.password', '*.text'], remove: true },
  });
}
