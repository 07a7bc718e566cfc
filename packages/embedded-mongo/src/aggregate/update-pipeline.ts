import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileShape } from './shape.ts';

/**
 * Compiles an update written as a pipeline.
 * @throws MongoError 72 for stages that make more or fewer documents than one.
 */
export function runUpdatePipeline(stages: readonly Value[], variables?: Doc): (doc: Doc) => Doc {
  const shapes = stages.map((stage) => {
    if (!isDoc(stage) || stage.size !== 1)
      throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const [[name, spec] = ['', undefined]] = stage;
    const shape = compileShape(name, spec, variables);
    if (!shape) throw new MongoError(72, `${name} is not allowed to be used within an update`);
    return shape;
  });
  return (doc) => {
    const id = doc.get('_id');
    const result = shapes.reduce((current, shape) => shape(current), doc);
    return result.has('_id') || id === undefined ? result : new Map([['_id', id], ...result]);
  };
}
