import type { Json } from '@recto/content/json';
import { refusal, refuseAll } from '@recto/content/refusal';
import { checkNewId } from '@recto/content/schema/check-new-id';
import type { RecordType } from '@recto/content/schema/invalid-field';
import {
  adoptChildren,
  childrenOf,
  moveNode,
  plantNode,
  rearrangeTree,
  type Tree,
  type TreeNode,
  type TreePlace,
  uprootNode,
} from '@recto/content/tree/tree';
import type { Static, TSchema } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { presentLinkage, presentLinkages } from '#schema/linkage.ts';
import { listTreeQuery, reorderTreeBody } from './contract.ts';
import { changeTree, loadTree, type TreeTable } from './tree-table.ts';

/** What a body says about a node's place; the rest is the business of each kind of tree. */
interface TreeData {
  id?: string;
  attributes?: { position?: number };
  relationships?: {
    parent?: { data: { id: string } | null };
    children?: { data: { id: string }[] };
  };
}

/** What one kind of tree has of its own. */
export interface TreeResource<
  Node extends TreeNode,
  Columns extends object,
  NewData extends TreeData,
  ChangeData extends TreeData,
> {
  resource: 'menu_item' | 'schema_menu_item' | 'upload_collection';
  recordType: RecordType;
  /** `/menu-items` */
  path: string;
  table: TreeTable<Node, Columns>;
  createBody: TSchema;
  updateBody: TSchema;
  /** What an answer says of one node. */
  entity: TSchema;
  mayWrite(context: RequestContext): boolean;
  /** The node that a body asks for, wherever it is going to stand, or a refusal. */
  create(id: string, data: NewData, context: RequestContext): Promise<Node> | Node;
  update(node: Node, data: ChangeData, context: RequestContext): Promise<Node> | Node;
  /** Refuses to let the node go, or does what has to be done with it. */
  destroy?(node: Node, context: RequestContext): Promise<void> | void;
  /** Refuses what this kind of tree cannot look like. */
  checkTree?(tree: Tree<Node>): void;
  /** What a list holds for whoever asks. */
  visible?(tree: Tree<Node>, context: RequestContext): Tree<Node>;
  presentAttributes(node: Node): { [name: string]: Json };
  presentRelationships?(node: Node): { [name: string]: Json };
}

/** The six endpoints of a tree. */
export function treeEndpoints<
  Node extends TreeNode,
  Columns extends object,
  NewData extends TreeData,
  ChangeData extends TreeData,
>(kind: TreeResource<Node, Columns, NewData, ChangeData>): Endpoint[] {
  const { resource, path, table } = kind;
  const onePath = `${path}/:${resource}_id`;

  const present = (tree: Tree<Node>, node: Node): Json => ({
    type: resource,
    id: node.id,
    attributes: { ...kind.presentAttributes(node), position: node.position },
    relationships: {
      ...kind.presentRelationships?.(node),
      parent: presentLinkage(resource, node.parentId),
      children: presentLinkages(resource, childrenOf(tree, node.id)),
    },
  });
  const one = {
    resource,
    answer: documentOf(kind.entity),
    present: ({ tree, node }: { tree: Tree<Node>; node: Node }) => ({ data: present(tree, node) }),
  };
  const many = {
    resource,
    answer: listOf(kind.entity),
    present: (tree: Tree<Node>) => ({ data: tree.map((node) => present(tree, node)) }),
  };
  const writable = { policy: (_subject: unknown, context: RequestContext) => kind.mayWrite(context) };
  const change = async <Decision extends { tree: Tree<Node> }>(
    context: RequestContext,
    decide: (tree: Tree<Node>) => Decision | Promise<Decision>,
  ) =>
    changeTree(context.db, context.environment.id, table, async (before) => {
      const decision = await decide(before);
      kind.checkTree?.(decision.tree);
      return decision;
    });

  const list = endpoint({
    resource,
    rel: 'instances',
    method: 'GET',
    path,
    query: listTreeQuery,
    answer: listOf(kind.entity),
    policy: () => true,
    async run({ query }, context) {
      const whole = await loadTree(context.db, context.environment.id, table);
      const tree = kind.visible?.(whole, context) ?? whole;
      const ids = query.filter?.ids.split(',').map((id) => id.trim());
      return { tree, listed: ids ? tree.filter(({ id }) => ids.includes(id)) : tree };
    },
    present: ({ tree, listed }) => ({ data: listed.map((node) => present(tree, node)) }),
  });

  const find = endpoint({
    ...one,
    rel: 'self',
    method: 'GET',
    path: onePath,
    policy: () => true,
    async run({ params }, context) {
      const tree = await loadTree(context.db, context.environment.id, table);
      return { tree, node: findNode(tree, params[`${resource}_id`]) };
    },
  });

  const create = endpoint({
    ...one,
    ...writable,
    rel: 'create',
    method: 'POST',
    path,
    body: kind.createBody,
    run: ({ body }, context) =>
      change(context, async (before) => {
        const { data } = body as { data: NewData }; // what `createBody` lets through
        const taken = new Set(before.map(({ id }) => id));
        refuseAll(checkNewId(kind.recordType, data.id, taken));
        const node = await kind.create(data.id ?? context.newId(), data, context);
        return plantNode(before, node, placeOf(data, { parentId: null, position: undefined }));
      }),
  });

  const update = endpoint({
    ...one,
    ...writable,
    rel: 'update',
    method: 'PUT',
    path: onePath,
    body: kind.updateBody,
    run: ({ body, params }, context) =>
      change(context, async (before) => {
        const { data } = body as { data: ChangeData }; // what `updateBody` lets through
        const node = findNode(before, params[`${resource}_id`]);
        const changed = await kind.update(node, data, context);
        const moved = moveNode(before, changed, placeOf(data, node));
        const children = data.relationships?.children?.data;
        if (!children || isSameList(children, childrenOf(before, node.id))) return moved;
        const tree = adoptChildren(
          moved.tree,
          node.id,
          children.map(({ id }) => id),
        );
        return { tree, node: findNode(tree, node.id) };
      }),
  });

  const destroy = endpoint({
    ...one,
    ...writable,
    rel: 'destroy',
    method: 'DELETE',
    path: onePath,
    async run({ params }, context) {
      const { before, node } = await change(context, async (before) => {
        const node = findNode(before, params[`${resource}_id`]);
        await kind.destroy?.(node, context);
        return { tree: uprootNode(before, node), before, node };
      });
      return { tree: before, node };
    },
  });

  const reorderBody = reorderTreeBody(resource);
  const reorder = endpoint({
    ...many,
    ...writable,
    rel: 'reorder',
    method: 'POST',
    path: `${path}/reorder`,
    isJob: true,
    body: reorderBody,
    async run({ body }, context) {
      const { tree } = await change(context, (before) => ({
        tree: rearrangeTree(before, readPlaces(body, before)),
      }));
      return tree;
    },
  });

  return [create, update, list, find, destroy, reorder];
}

function findNode<Node extends TreeNode>(tree: Tree<Node>, id: string | undefined): Node {
  const node = tree.find((candidate) => candidate.id === id);
  if (!node) throw refusal('NOT_FOUND');
  return node;
}

/** A move to another parent without a position goes to the end. */
function placeOf({ attributes, relationships }: TreeData, stands: TreePlace): TreePlace {
  const parentId = relationships?.parent ? (relationships.parent.data?.id ?? null) : stands.parentId;
  const position = attributes?.position ?? (parentId === stands.parentId ? stands.position : undefined);
  return { parentId, position };
}

function isSameList(one: readonly { id: string }[], other: readonly { id: string }[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}

function readPlaces(body: Static<ReturnType<typeof reorderTreeBody>>, tree: Tree<TreeNode>): TreeNode[] {
  const known = new Set(tree.map(({ id }) => id));
  if (!body.data.every(({ id }) => known.has(id))) throw refusal('NOT_FOUND');
  return body.data.map(({ id, attributes, relationships }) => ({
    id,
    parentId: relationships.parent.data?.id ?? null,
    position: attributes.position,
  }));
}
