import { describe, expect, it } from 'vitest';
import { createFieldset, destroyFieldset, updateFieldset } from './change-fieldset.ts';
import { createField } from './create-field.ts';
import { destroyField } from './destroy-field.ts';
import type { FieldRooms } from './field-rules.ts';
import type { Schema } from './schema.ts';
import { buildField, buildTestRegistry, buildTestSchema } from './testing.ts';
import { updateField } from './update-field.ts';

const rooms: FieldRooms = {
  registry: buildTestRegistry(),
  readValidators: () => ({}),
  readAppearance: () => buildField({ apiKey: 'f', itemTypeId: 'post' }).appearance,
  readDefaultValue: () => null,
};

/** What the migration generator of the official command line keeps while it plans: entities that only know
 *  their parent and position. Written from its rules, not from ours. */
interface Simulated {
  kind: 'field' | 'fieldset';
  id: string;
  parent: string | null;
  position: number;
}

class Simulation {
  entities: Simulated[] = [];

  siblings(parent: string | null) {
    return this.entities.filter((entity) => entity.parent === parent);
  }

  last(parent: string | null) {
    return Math.max(0, ...this.siblings(parent).map((entity) => entity.position));
  }

  create(kind: Simulated['kind'], id: string, parent: string | null) {
    this.entities.push({ kind, id, parent, position: this.last(parent) + 1 });
  }

  remove(id: string) {
    const gone = this.find(id);
    this.entities = this.entities.filter((entity) => entity !== gone);
    for (const later of this.siblings(gone.parent)) if (later.position >= gone.position) later.position -= 1;
    const orphans = this.siblings(id).sort((a, b) => a.position - b.position);
    for (const orphan of orphans) {
      orphan.position = this.last(null) + 1;
      orphan.parent = null;
    }
  }

  move(id: string, parent: string | null, position: number) {
    const moved = this.find(id);
    for (const later of this.siblings(moved.parent)) {
      if (later !== moved && later.position >= moved.position) later.position -= 1;
    }
    moved.parent = parent;
    moved.position = position;
    for (const later of this.siblings(parent)) {
      if (later !== moved && later.position >= position) later.position += 1;
    }
  }

  find(id: string): Simulated {
    const entity = this.entities.find((candidate) => candidate.id === id);
    if (!entity) throw new Error(`No ${id}`);
    return entity;
  }
}

/** The same numbers for the same seed: a failure can be seen again. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function play(seed: number, steps: number): { schema: Schema; simulation: Simulation } {
  const random = randomNumbers(seed);
  const simulation = new Simulation();
  let schema = buildTestSchema([{ apiKey: 'post' }]);
  let count = 0;
  for (let step = 0; step < steps; step += 1) {
    const id = `e${count}`;
    const groups = [null, ...simulation.entities.filter((e) => e.kind === 'fieldset').map((e) => e.id)];
    const parent = groups[random(groups.length)] ?? null;
    const target = simulation.entities[random(simulation.entities.length || 1)];
    const action = random(5);
    if (!target || action === 0) {
      simulation.create('field', id, parent);
      schema = addField(schema, id, parent);
      count += 1;
    } else if (action === 1 && groups.length < 5) {
      simulation.create('fieldset', id, null);
      schema = addFieldset(schema, id);
      count += 1;
    } else if (action === 2) {
      simulation.remove(target.id);
      schema = remove(schema, target);
    } else {
      const destination = target.kind === 'field' ? parent : null;
      const others = simulation.siblings(destination).filter((entity) => entity !== target).length;
      const position = random(others + 1) + 1;
      schema = move(schema, target, destination, position);
      simulation.move(target.id, destination, position);
    }
  }
  return { schema, simulation };
}

const post = (schema: Schema) => schema.itemTypes.get('post') ?? fail();
const fail = (): never => {
  throw new Error('gone');
};

function addField(schema: Schema, id: string, fieldsetId: string | null): Schema {
  const input = { label: id, apiKey: id, fieldType: 'string' as const, fieldsetId };
  return createField(schema, post(schema), input, { newId: () => id, rooms }).schema;
}

function addFieldset(schema: Schema, id: string): Schema {
  return createFieldset(schema, post(schema), { title: id }, () => id).schema;
}

function remove(schema: Schema, { kind, id }: Simulated): Schema {
  if (kind === 'field') return destroyField(schema, schema.fields.get(id) ?? fail());
  return destroyFieldset(schema, schema.fieldsetsOf('post').find((fieldset) => fieldset.id === id) ?? fail());
}

function move(schema: Schema, { kind, id }: Simulated, fieldsetId: string | null, position: number): Schema {
  if (kind === 'field') {
    return updateField(schema, schema.fields.get(id) ?? fail(), { fieldsetId, position }, rooms).schema;
  }
  const fieldset = schema.fieldsetsOf('post').find((candidate) => candidate.id === id) ?? fail();
  return updateFieldset(schema, fieldset, { position }).schema;
}

const placesOf = (schema: Schema) =>
  [
    ...schema.fieldsOf('post').map((field) => [field.id, field.fieldsetId, field.position]),
    ...schema.fieldsetsOf('post').map((fieldset) => [fieldset.id, null, fieldset.position]),
  ].sort();

describe('positions', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'are what the migration generator expects, in game %i',
    (seed) => {
      const { schema, simulation } = play(seed, 60);
      expect(placesOf(schema)).toEqual(
        simulation.entities.map(({ id, parent, position }) => [id, parent, position]).sort(),
      );
    },
  );

  it('have neither gaps nor doubles', () => {
    const { schema } = play(7, 200);
    for (const group of [null, ...schema.fieldsetsOf('post').map((fieldset) => fieldset.id)]) {
      const taken = placesOf(schema)
        .filter(([, parent]) => parent === group)
        .map(([, , position]) => Number(position))
        .sort((a, b) => a - b);
      expect(taken).toEqual(taken.map((_, index) => index + 1));
    }
  });

  it('past the end mean the end', () => {
    const one = addField(addField(buildTestSchema([{ apiKey: 'post' }]), 'a', null), 'b', null);
    const moved = updateField(one, one.fields.get('a') ?? fail(), { position: 99 }, rooms).schema;
    expect(placesOf(moved)).toEqual([
      ['a', null, 2],
      ['b', null, 1],
    ]);
  });
});
