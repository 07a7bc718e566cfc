import { Context, evalExpr, OpType } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipelineOperators from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileNative, nativeFunctions } from './native-operators.ts';
import { fromPlain, toPlain } from './plain.ts';

/** Computes a value from a document; `undefined` stands for a missing field. */
export type Expression = (doc: Doc) => Value;

/** The exact operators in mingo's form, for where they stand inside one of its own. */
const exact = Object.fromEntries(
  Object.entries(nativeFunctions).map(([name, { compute }]) => [
    name,
    (doc: unknown, operand: unknown, options: MingoOptions): unknown => {
      const list = Array.isArray(operand) ? operand : [operand];
      return toPlain(compute(list.map((item) => fromPlain(evalExpr(doc, item, options)))));
    },
  ]),
);

const context = Context.init({
  accumulator: accumulators,
  expression: { ...expressions, ...exact },
  pipeline: pipelineOperators,
  projection: projections,
  query: queries,
  window: windows,
});

const refused = new Set(['$function', '$accumulator', '$where', '$meta']);

type MingoOptions = Parameters<typeof evalExpr>[2];
type Scope = MingoOptions & { update(locals: { root: unknown }): MingoOptions };

/** Options for mingo: no scripts, and the variables of `let`. */
export function mingoOptions(variables?: Doc): MingoOptions {
  const plain = variables ? (toPlain(variables) as Record<string, unknown>) : {};
  return {
    idKey: '_id',
    processingMode: 0,
    useStrictMode: true,
    failOnError: true,
    scriptEnabled: false,
    context,
    variables: plain,
  };
}

/** Evaluates for many documents; mingo would copy its whole context for each, so its own state is taken and kept. */
function makeScope(variables?: Doc): Scope {
  let scope: Scope | undefined;
  const capture = (_doc: unknown, _operand: unknown, options: unknown): null => {
    scope = options as Scope;
    return null;
  };
  const options = mingoOptions(variables);
  evalExpr(
    {},
    { $captureScope: null },
    { ...options, context: Context.from(context).addExpressionOps({ $captureScope: capture }) },
  );
  if (!scope) throw new Error('mingo gave no scope');
  return scope;
}

/** Follows a dotted path the way expressions do: an array on the way gives an array of what its elements hold. */
export function resolvePath(value: Value, parts: readonly string[], at = 0): Value {
  const part = parts[at];
  if (part === undefined) return value;
  if (value instanceof Map) return resolvePath(value.get(part), parts, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => resolvePath(item, parts, at)).filter((item) => item !== undefined);
}

/**
 * Compiles an aggregation expression.
 * @throws MongoError 168 for an operator there is not, 115 for JavaScript.
 */
export function compileExpression(expression: Value, variables?: Doc): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compileReference(expression, variables);
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compileExpression(item, variables));
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const [first] = expression.keys();
  if (first?.startsWith('$')) return compileOperation(first, expression, variables);
  const fields = [...expression].map(([name, value]) => [name, compileExpression(value, variables)] as const);
  return (doc) => {
    const result: Doc = new Map();
    for (const [name, field] of fields) {
      const value = field(doc);
      if (value !== undefined) result.set(name, value);
    }
    return result;
  };
}

function compileReference(reference: string, variables?: Doc): Expression {
  const [head = '', ...rest] = reference.split('.');
  if (head === '$') throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
  if (!head.startsWith('$$')) {
    const parts = [head.slice(1), ...rest];
    const [only = ''] = parts;
    return rest.length === 0 ? (doc) => doc.get(only) : (doc) => resolvePath(doc, parts);
  }
  if (head === '$$ROOT' || head === '$$CURRENT') return (doc) => resolvePath(doc, rest);
  if (head === '$$REMOVE') return () => undefined;
  if (head === '$$NOW') {
    const now = new Date();
    return () => now;
  }
  const name = head.slice(2);
  if (!variables?.has(name)) throw new MongoError(17276, `Use of undefined variable: ${name}`);
  const value = resolvePath(variables.get(name), rest);
  return () => value;
}

function compileOperation(name: string, expression: Doc, variables?: Doc): Expression {
  if (expression.size !== 1)
    throw new MongoError(15983, 'An object representing an expression must have exactly one field');
  if (name === '$literal') {
    const value = expression.get(name);
    return () => value;
  }
  checkOperators(expression);
  const native = compileNative(name, expression.get(name), (operand) => compileExpression(operand, variables));
  if (native) return native;
  const plain = toPlain(expression);
  const scope = makeScope(variables);
  return (doc) => {
    const root = toPlain(doc);
    return fromPlain(evalExpr(root, plain, scope.update({ root })));
  };
}

/** @throws MongoError 115 for JavaScript anywhere in a stage that is handed to mingo. */
export function refuseScripts(value: Value): void {
  if (Array.isArray(value)) for (const item of value) refuseScripts(item);
  if (!isDoc(value)) return;
  for (const [name, item] of value) {
    if (refused.has(name)) throw new MongoError(115, `${name} is not supported by this server`);
    refuseScripts(item);
  }
}

/** @throws MongoError 168 for an operator there is not, 115 for JavaScript. */
export function checkOperators(expression: Value, accumulating = false): void {
  if (Array.isArray(expression)) {
    for (const item of expression) checkOperators(item);
    return;
  }
  if (!isDoc(expression)) return;
  for (const [name, value] of expression) {
    if (name === '$literal') continue;
    if (refused.has(name)) throw new MongoError(115, `${name} is not supported by this server`);
    if (
      name.startsWith('$') &&
      !context.getOperator(OpType.EXPRESSION, name) &&
      !context.getOperator(OpType.ACCUMULATOR, name)
    ) {
      throw accumulating
        ? new MongoError(15952, `unknown group operator '${name}'`)
        : new MongoError(168, `Unrecognized expression '${name}'`);
    }
    checkOperators(value);
  }
}

/** The top-level fields an expression reads, added to `fields`; false when it may read the whole document. */
export function collectFields(expression: Value, fields: Set<string>): boolean {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    if (expression.startsWith('$$')) return !/^\$\$(ROOT|CURRENT)/.test(expression);
    fields.add(expression.slice(1).split('.', 1)[0] ?? '');
    return true;
  }
  if (Array.isArray(expression)) return expression.every((item) => collectFields(item, fields));
  return !isDoc(expression) || [...expression.values()].every((item) => collectFields(item, fields));
}
