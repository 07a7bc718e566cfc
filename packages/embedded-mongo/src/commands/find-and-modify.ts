import { decode } from '../bson/decode.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Row } from '../plan/run-plan.ts';
import { compileProjection } from '../query/project.ts';
import type { Collection } from '../storage/catalog.ts';
import { compileUpdate, type Updater } from '../update/compile-update.ts';
import { changedRow, upsert } from './apply-update.ts';
import { prepare } from './query.ts';
import { collectionName, docArgument, isSet, type Reply, type Request, refuseCollation } from './request.ts';
import { runWrite } from './run-write.ts';
import type { Writer } from './writer.ts';

interface Options {
  filter: Doc;
  updater?: Updater | undefined;
  replacing: boolean;
  upsert: boolean;
  wantsNew: boolean;
}

interface Answer {
  reply?: Reply;
}

function readOptions(request: Request): Options {
  const { command } = request;
  refuseCollation(command);
  const removing = isSet(command.get('remove'));
  const update = command.get('update');
  const wantsNew = isSet(command.get('new'));
  const upserting = isSet(command.get('upsert'));
  if (removing === (update !== undefined)) {
    throw new MongoError(
      9,
      removing ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified',
    );
  }
  if (removing && wantsNew)
    throw new MongoError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  if (removing && upserting) throw new MongoError(9, 'Cannot specify both upsert=true and remove=true');
  const filters = command.get('arrayFilters');
  const [first] = isDoc(update) ? update.keys() : [];
  return {
    filter: docArgument(command, 'query') ?? new Map<string, Value>(),
    updater: removing
      ? undefined
      : compileUpdate(update, Array.isArray(filters) ? filters : [], docArgument(command, 'let')),
    replacing: isDoc(update) && !first?.startsWith('$'),
    upsert: upserting,
    wantsNew,
  };
}

function findRow(writer: Writer, collection: Collection, request: Request, filter: Doc): Row | undefined {
  const { command } = request;
  const hint = command.get('hint');
  const { rows } = prepare(writer.view, collection, {
    filter,
    sort: docArgument(command, 'sort'),
    limit: 1,
    hint: isDoc(hint) || typeof hint === 'string' ? hint : undefined,
    variables: docArgument(command, 'let'),
  });
  for (const row of rows) if (row) return row;
  return undefined;
}

function change(writer: Writer, request: Request, options: Options): Reply {
  const name = collectionName(request);
  const collection = options.upsert ? writer.need(request.db, name) : writer.find(request.db, name);
  const projection = docArgument(request.command, 'fields') ?? docArgument(request.command, 'projection');
  const projector = projection && compileProjection(projection, { find: true, filter: options.filter });
  const shown = (doc: Doc): Doc => (projector ? projector(doc) : doc);
  const row = collection && findRow(writer, collection, request, options.filter);
  if (collection && row) {
    writer.claim(collection, [row]);
    if (!options.updater) {
      writer.remove(collection, row);
      return { lastErrorObject: { n: 1 }, value: shown(decode(row.bytes)) };
    }
    const changed = changedRow(row, options.updater, options.filter);
    if (changed) writer.replace(collection, row, changed);
    const bytes = changed ?? row.bytes;
    return {
      lastErrorObject: { n: 1, updatedExisting: true },
      value: shown(decode(options.wantsNew ? bytes : row.bytes)),
    };
  }
  if (!options.updater) return { lastErrorObject: { n: 0 }, value: null };
  if (!collection || !options.upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const made = upsert(writer, collection, options.filter, options.updater, options.replacing);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: made.get('_id') },
    value: options.wantsNew ? shown(made) : null,
  };
}

/** `findAndModify`: changes or removes one document and gives it back. */
export async function findAndModify(request: Request): Promise<Reply> {
  const options = readOptions(request);
  const answer: Answer = {};
  await runWrite(request, answer, (writer, state) => {
    state.reply = change(writer, request, options);
    return true;
  });
  return answer.reply instanceof Map ? Object.fromEntries(answer.reply) : (answer.reply ?? {});
}
