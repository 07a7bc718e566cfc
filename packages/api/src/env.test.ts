import { describe, expect, it } from 'vitest';
import { InvalidEnvironment, loadEnv } from './env.ts';

const secrets = {
  MONGODB_URI: 'mongodb://127.0.0.1/norvalt',
  JWT_SECRET: 'j'.repeat(32),
  ENCRYPTION_KEY: 'e'.repeat(32),
};
const production = {
  ...secrets,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://norvalt.example',
  MAILGUN_API_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.norvalt.example',
  MAILGUN_SIGNING_KEY: 'signing',
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    loadEnv(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems.map((problem) => problem.split(' ')[0] ?? '');
    throw error;
  }
  return [];
}

describe('loadEnv', () => {
  it('names everything that production lacks at once, and says no value', () => {
    expect(problemsOf({ NODE_ENV: 'production', JWT_SECRET: 'short' })).toEqual([
      'PUBLIC_URL',
      'MONGODB_URI',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
      'MAILGUN_API_KEY',
      'MAILGUN_DOMAIN',
      'MAILGUN_SIGNING_KEY',
    ]);
    expect(() => loadEnv({ ...secrets, JWT_SECRET: 'a-secret-too-short' })).not.toThrow('a-secret-too-short');
    expect(problemsOf(production)).toEqual([]);
  });

  it('takes a provider that is set by half for a mistake', () => {
    expect(problemsOf({ ...secrets, TWILIO_ACCOUNT_SID: 'AC1' })).toEqual(['TWILIO_AUTH_TOKEN', 'TWILIO_FROM']);
    expect(loadEnv(secrets).twilio).toBeNull();
  });

  it('keeps the demo, whose login is published, out of production', () => {
    expect(loadEnv({ ...secrets, SERVE_DEMO: 'true' }).serveDemo).toBe(true);
    expect(loadEnv({ ...production, SERVE_DEMO: 'true' }).serveDemo).toBe(false);
  });

  it('cannot be changed once it is read', () => {
    expect(Object.isFrozen(loadEnv(secrets))).toBe(true);
  });
});
