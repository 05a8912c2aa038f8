import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { Button } from '#ui/button.tsx';
import { words } from '#words/words.ts';
import styles from './schema-pane.module.css';

/** Fields and types of the schema, to look things up while writing a query. */
export function SchemaPane({ schema }: { schema: GraphQLSchema }) {
  const [typed, setTyped] = useState('');
  const [typeName, setTypeName] = useState<string | null>(null);
  const query = schema.getQueryType();
  const type = (typeName === null ? null : schema.getType(typeName)) ?? query;
  const isRoot = type === query;
  return (
    <section className={styles.pane} aria-label={words.explorer.docs}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {words.explorer.docs} <code className={styles.current}>{type?.name}</code>
        </h2>
        {!isRoot && (
          <Button look="quiet" onPress={() => setTypeName(null)}>
            <ArrowLeft size={14} aria-hidden />
            {query?.name}
          </Button>
        )}
      </header>
      <SearchField
        aria-label={words.explorer.docsSearch}
        value={typed}
        onChange={setTyped}
        className={styles.search ?? ''}
      >
        <Input placeholder={words.explorer.docsSearch} className={styles.input ?? ''} />
      </SearchField>
      {type !== null && type !== undefined && (
        <Members
          type={type}
          typed={typed.toLowerCase()}
          onOpen={(name) => {
            setTypeName(name);
            setTyped('');
          }}
        />
      )}
    </section>
  );
}

interface MembersProps {
  type: GraphQLNamedType;
  typed: string;
  onOpen(typeName: string): void;
}

function Members({ type, typed, onOpen }: MembersProps) {
  const members = membersOf(type).filter(({ name }) => name.toLowerCase().includes(typed));
  if (members.length === 0) return <p className={styles.none}>{words.explorer.docsNone}</p>;
  return (
    <ul className={styles.list}>
      {members.map((member) => (
        <li key={member.name}>
          <code className={styles.name}>{member.name}</code>
          {member.type !== null && (
            <button type="button" className={styles.type} onClick={() => onOpen(member.type?.named ?? '')}>
              {member.type.shown}
            </button>
          )}
          {member.arguments.length > 0 && <p className={styles.arguments}>{member.arguments.join(', ')}</p>}
          {member.description && <p className={styles.description}>{member.description}</p>}
        </li>
      ))}
    </ul>
  );
}

interface Member {
  name: string;
  type: { shown: string; named: string } | null;
  arguments: string[];
  description: string | null | undefined;
}

function membersOf(type: GraphQLNamedType): Member[] {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name, description }) => ({ name, type: null, arguments: [], description }));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => memberOf(field, []));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).map((field) => memberOf(field, field.args));
  // What every project has comes after what this one has.
  return fields.sort((one, other) => Number(one.name.startsWith('_')) - Number(other.name.startsWith('_')));
}

type Described = Pick<GraphQLInputField, 'name' | 'description' | 'type'> | GraphQLField<unknown, unknown>;

function memberOf(field: Described, args: readonly GraphQLArgument[]): Member {
  return {
    name: field.name,
    type: { shown: String(field.type), named: getNamedType(field.type as GraphQLType).toString() },
    arguments: args.map((argument) => `${argument.name}: ${argument.type}`),
    description: field.description,
  };
}
