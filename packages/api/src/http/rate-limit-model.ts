import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../database/define-model.ts';

/** How often something was tried; written by rate-limiter-flexible, which leaves its indexes to us. */
interface RateLimitRecord {
  key: string;
  points: number;
  expire: Date;
}

const schema = new mongoose.Schema<RateLimitRecord>({ key: String, points: Number, expire: Date }, schemaOptions);
schema.index({ key: 1 }, { unique: true });
schema.index({ expire: 1 }, { expireAfterSeconds: 0 });

export const RateLimit = defineGlobalModel('RateLimit', 'rate_limits', schema);
