import type { Logger } from '../src/lib/logger.ts';

interface LogLine {
  level: keyof Logger;
  fields: object;
  message: string;
}

/** Keeps what was logged, so that a test can look for what must not be in it. */
export class RecordingLogger implements Logger {
  readonly lines: LogLine[] = [];

  debug(fields: object, message: string): void {
    this.lines.push({ level: 'debug', fields, message });
  }
  info(fields: object, message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  warn(fields: object, message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  error(fields: object, message: string): void {
    this.lines.push({ level: 'error', fields, message });
  }

  /** Everything as one text. */
  text(): string {
    return JSON.stringify(this.lines);
  }
}
