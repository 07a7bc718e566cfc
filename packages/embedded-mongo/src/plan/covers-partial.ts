import { compare, equals, typeRank } from '../bson/compare.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { compileFilter, isOperators } from '../query/match.ts';

type Term = [path: string, operator: string, operand: Value];

/** The conditions of a filter that must all hold, one by one. */
function termsOf(filter: Doc): Term[] {
  const terms: Term[] = [];
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition)) terms.push(...condition.filter(isDoc).flatMap(termsOf));
    else if (isOperators(condition)) for (const [operator, operand] of condition) terms.push([name, operator, operand]);
    else terms.push([name, '$eq', condition]);
  }
  return terms;
}

function excludesMissing(operator: string, operand: Value): boolean {
  if (operator === '$exists') return operand === true;
  if (operator === '$in') return Array.isArray(operand) && !operand.includes(null);
  return ['$eq', '$gt', '$gte', '$lt', '$lte', '$type'].includes(operator) && operand !== null;
}

function implies(term: Term, wanted: Term): boolean {
  const [path, operator, operand] = term;
  const [wantedPath, wantedOperator, wantedOperand] = wanted;
  if (path !== wantedPath) return false;
  if (operator === wantedOperator && equals(operand, wantedOperand)) return true;
  if (wantedOperator === '$exists' && wantedOperand === true) return excludesMissing(operator, operand);
  const { test } = compileFilter(new Map([['v', new Map([[wantedOperator, wantedOperand]])]]));
  if (operator === '$eq') return !Array.isArray(operand) && test(new Map([['v', operand]]));
  if (operator === '$in')
    return Array.isArray(operand) && operand.every((item) => !Array.isArray(item) && test(new Map([['v', item]])));
  if (typeRank(operand) !== typeRank(wantedOperand)) return false;
  const order = compare(operand, wantedOperand);
  if (wantedOperator === '$gt') return (operator === '$gt' && order >= 0) || (operator === '$gte' && order > 0);
  if (wantedOperator === '$gte') return (operator === '$gt' || operator === '$gte') && order >= 0;
  if (wantedOperator === '$lt') return (operator === '$lt' && order <= 0) || (operator === '$lte' && order < 0);
  if (wantedOperator === '$lte') return (operator === '$lt' || operator === '$lte') && order <= 0;
  return false;
}

/** Whether everything a query can find is in an index with this partial filter. */
export function coversPartial(partial: Doc, query: Doc): boolean {
  const terms = termsOf(query);
  return termsOf(partial).every((wanted) => terms.some((term) => implies(term, wanted)));
}
