import mongoose from 'mongoose';

// Unknown paths in a filter or a document throw instead of being dropped: dropping `tenantID` from a filter would
// answer with everybody's data.
mongoose.set('strictQuery', 'throw');
mongoose.set('strict', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false);

/** Connects mongoose; writes wait for a journaled majority unless they say otherwise. */
export async function connectDatabase(uri: string, options: { dbName?: string; appName: string }): Promise<void> {
  await mongoose.connect(uri, {
    ...(options.dbName ? { dbName: options.dbName } : {}),
    appName: options.appName,
    serverSelectionTimeoutMS: 5000,
    connectTimeoutMS: 5000,
    socketTimeoutMS: 20_000,
    maxPoolSize: 50,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
    readConcern: { level: 'local' },
    ignoreUndefined: false,
  });
}

/** Creates the indexes of every model; safe to call again, and by several processes at once. */
export async function ensureIndexes(): Promise<void> {
  await Promise.all(mongoose.modelNames().map((name) => mongoose.model(name).createIndexes()));
}

/** Tells which unique indexes are missing; without them nothing may be served. */
export async function missingIndexes(): Promise<string[]> {
  const missing: string[] = [];
  for (const name of mongoose.modelNames()) {
    const model = mongoose.model(name);
    const wanted = model.schema.indexes().filter(([, options]) => options.unique);
    if (wanted.length === 0) continue;
    const existing = await model.collection.indexes().catch(() => []);
    const keys = new Set(existing.filter((index) => index.unique).map((index) => JSON.stringify(index.key)));
    for (const [key] of wanted) {
      if (!keys.has(JSON.stringify(key))) missing.push(`${model.collection.name} ${JSON.stringify(key)}`);
    }
  }
  return missing;
}

/** Closes the connection. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}
