import type { Tree, TreeNode } from '@recto/content/tree/tree';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { deleteRows, differences, upsertRows } from '#db/save-rows.ts';
import { inTransaction } from '#db/transaction.ts';

interface TreeColumns {
  id: string;
  parent_id: string | null;
  position: number;
}

/** How the nodes of one kind of tree rest: what they have besides their place. */
export interface TreeTable<Node extends TreeNode, Columns extends object> {
  table: 'menu_item' | 'schema_menu_item' | 'upload_collection';
  fromColumns(columns: Columns): Omit<Node, keyof TreeNode>;
  toColumns(node: Node): Columns;
}

/** Only infers. */
export function treeTable<Node extends TreeNode, Columns extends object>(
  definition: TreeTable<Node, Columns>,
): TreeTable<Node, Columns> {
  return definition;
}

/** All nodes of an environment, siblings in their order. */
export async function loadTree<Node extends TreeNode, Columns extends object>(
  db: Db,
  environmentId: string,
  { table, fromColumns }: TreeTable<Node, Columns>,
): Promise<Tree<Node>> {
  const { rows } = await sql<TreeColumns & Columns>`
    select * from ${sql.table(table)} where environment_id = ${environmentId} order by position, id`.execute(
    db,
  );
  return rows.map((row) => {
    const place: TreeNode = { id: row.id, parentId: row.parent_id, position: row.position };
    return { ...fromColumns(row), ...place } as Node; // the two halves of what `fromColumns` leaves out
  });
}

/** The one way a tree changes: changes of one tree happen one after the other, and what differs is saved. */
export async function changeTree<
  Node extends TreeNode,
  Columns extends object,
  Decision extends { tree: Tree<Node> },
>(
  db: Db,
  environmentId: string,
  treeTable: TreeTable<Node, Columns>,
  decide: (tree: Tree<Node>) => Decision | Promise<Decision>,
): Promise<Decision> {
  return inTransaction(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${environmentId} ${treeTable.table}`}, 0))`.execute(
      transaction,
    );
    const before = await loadTree(transaction, environmentId, treeTable);
    const decision = await decide(before);
    await saveTree(transaction, environmentId, treeTable, { before, after: decision.tree });
    return decision;
  });
}

async function saveTree<Node extends TreeNode, Columns extends object>(
  db: Db,
  environmentId: string,
  { table, toColumns }: TreeTable<Node, Columns>,
  { before, after }: { before: Tree<Node>; after: Tree<Node> },
): Promise<void> {
  const { gone, changed } = differences(before, after);
  await deleteRows(db, table, environmentId, gone);
  await upsertRows(
    db,
    table,
    changed.map((node) => ({
      environment_id: environmentId,
      id: node.id,
      parent_id: node.parentId,
      position: node.position,
      ...toColumns(node),
    })),
  );
}
