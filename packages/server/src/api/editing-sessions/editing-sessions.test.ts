import type { Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientIn } from '#api/environments/testing.ts';
import { buildModel, type TestModel } from '#api/items/testing.ts';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let owner: Client;
let model: TestModel;
let item: string;
/** A colleague who may do everything with records but take locks over. */
let editor: Client;
const START = new Date('2026-03-01T10:00:00Z');
let clock = START;

beforeAll(async () => {
  server = await startTestServer({ now: () => clock });
});
beforeEach(async () => {
  clock = START;
  project = await server.createProject();
  owner = project.client;
  model = await buildModel(owner, { title: 'string' }, { draft_mode_active: true });
  item = (await owner.items.create({ item_type: model.ref, title: 'a' })).id;
  const actions = ['read', 'update', 'publish', 'delete'] as const;
  const positive_item_type_permissions = actions.map((action) => itemRule({ action }));
  editor = await buildClientOfRole(server, project, { positive_item_type_permissions });
});
afterAll(() => server.close());

const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
type Move = 'enter' | 'lock' | 'take_over';
const moveTo = (client: Client, move: Move, id = newId(), at = item) =>
  client.editingSessions.rawUpdate(id, {
    data: {
      type: `editing_session_${move}_item`,
      relationships: { item: { data: { type: 'item', id: at } } },
    },
  });
const unlock = (client: Client, id: string) =>
  client.editingSessions.rawUpdate(id, { data: { type: 'editing_session_unlock_item' } });
const LOCKED = ['ITEM_LOCKED'];

describe('an editing session', () => {
  it('says who is at which record, locks it, frees it and ends', async () => {
    const id = newId();
    await moveTo(owner, 'enter', id);
    const [entered] = await owner.editingSessions.list();
    expect(entered).toMatchObject({
      id,
      last_activity_at: clock.toISOString(),
      locked_at: null,
      active_item: { type: 'item', id: item },
      active_item_type: model.ref,
      editor: { type: 'access_token' },
    });
    pass(1);
    await moveTo(owner, 'lock', id);
    const lockedAt = clock.toISOString();
    pass(1);
    await moveTo(owner, 'enter', id);
    expect(await owner.editingSessions.list()).toMatchObject([
      { locked_at: lockedAt, last_activity_at: clock.toISOString() },
    ]);
    await unlock(owner, id);
    expect(await editor.editingSessions.list()).toMatchObject([{ id, locked_at: null }]);
    expect(await owner.editingSessions.destroy(id)).toMatchObject({ id });
    expect(await owner.editingSessions.list()).toEqual([]);
    expect(await codesOf(owner.editingSessions.destroy(id))).toEqual(['NOT_FOUND']);
  });

  it('is over after five minutes of silence, when its record goes, and when it moves on', async () => {
    const id = newId();
    await moveTo(owner, 'lock', id);
    pass(5.1);
    expect(await owner.editingSessions.list()).toEqual([]);
    await editor.items.update(item, { title: 'b' });
    await moveTo(owner, 'lock', id);
    const other = await owner.items.create({ item_type: model.ref, title: 'other' });
    await moveTo(owner, 'enter', id, other.id);
    await editor.items.update(item, { title: 'c' });
    await owner.items.destroy(other.id);
    expect(await owner.editingSessions.list()).toEqual([]);
  });

  it('is of whoever opened it', async () => {
    const id = newId();
    await moveTo(owner, 'enter', id);
    expect(await codesOf(moveTo(editor, 'lock', id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(unlock(editor, id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(editor.editingSessions.destroy(id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(unlock(editor, newId()))).toEqual(['NOT_FOUND']);
    expect(await codesOf(moveTo(editor, 'enter', 'my session'))).toEqual(['INVALID_ENTITY_ID']);
    expect(await codesOf(moveTo(editor, 'enter', newId(), newId()))).toEqual(['NOT_FOUND']);
  });

  it('stays unseen by whoever may not read its record, who cannot open one either', async () => {
    await moveTo(owner, 'lock');
    const stranger = await buildClientOfRole(server, project, {});
    expect(await stranger.editingSessions.list()).toEqual([]);
    expect(await codesOf(moveTo(stranger, 'enter'))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    const reader = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({ action: 'read' })],
    });
    await moveTo(reader, 'enter');
    expect(await codesOf(moveTo(reader, 'lock'))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

describe('a locked record', () => {
  it('is changed by nobody but its holder', async () => {
    const { id: version } = (await owner.itemVersions.list(item))[0] ?? { id: '' };
    await moveTo(owner, 'lock');
    expect(await codesOf(editor.items.update(item, { title: 'b' }))).toEqual(LOCKED);
    expect(await codesOf(editor.items.publish(item))).toEqual(LOCKED);
    expect(await codesOf(editor.items.unpublish(item))).toEqual(LOCKED);
    expect(await codesOf(editor.items.destroy(item))).toEqual(LOCKED);
    expect(await codesOf(editor.itemVersions.restore(version))).toEqual(LOCKED);
    const items = [{ type: 'item' as const, id: item }];
    const { meta } = await editor.items.rawBulkDestroy({
      data: { type: 'item_bulk_destroy_operation', relationships: { items: { data: items } } },
    });
    expect(meta).toEqual({ successful: 0, failed: 1 });
    expect((await editor.items.find(item)).title).toBe('a');
    expect((await owner.items.update(item, { title: 'mine' })).title).toBe('mine');
    await owner.items.publish(item);
  });

  it('is locked by one of many who want it at the same moment', async () => {
    const editors = await Promise.all(
      Array.from({ length: 4 }, () =>
        buildClientOfRole(server, project, { positive_item_type_permissions: [itemRule({})] }),
      ),
    );
    const answers = await Promise.allSettled(editors.map((each) => moveTo(each, 'lock')));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await codesOf(moveTo(editor, 'lock'))).toEqual(['UNMANAGED_EDIT_CONFLICT']);
  });

  it('goes over to whoever may take over, and its holder is out', async () => {
    const [mine, theirs] = [newId(), newId()];
    await moveTo(editor, 'lock', theirs);
    await moveTo(owner, 'take_over', mine);
    expect(await codesOf(editor.items.update(item, { title: 'b' }))).toEqual(LOCKED);
    const sessions = await owner.editingSessions.list();
    expect(sessions.find(({ id }) => id === theirs)?.locked_at).toBeNull();
    expect(sessions.find(({ id }) => id === mine)?.locked_at).toBe(clock.toISOString());
    expect(await codesOf(moveTo(editor, 'take_over', theirs))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('follows its holder into another window', async () => {
    await moveTo(editor, 'lock');
    const second = newId();
    await moveTo(editor, 'lock', second);
    const sessions = await owner.editingSessions.list();
    expect(sessions.filter(({ locked_at }) => locked_at !== null)).toMatchObject([{ id: second }]);
    await moveTo(editor, 'take_over');
  });
});

describe('as long as somebody holds a lock', () => {
  it('maintenance and a fast fork have to be forced', async () => {
    await moveTo(editor, 'enter');
    await owner.maintenanceMode.activate();
    await owner.maintenanceMode.deactivate();
    await moveTo(editor, 'lock');
    const busy = ['ACTIVE_EDITING_SESSIONS'];
    expect(await codesOf(owner.maintenanceMode.activate())).toEqual(busy);
    expect(await codesOf(owner.environments.fork('main', { id: 'copy' }, { fast: true }))).toEqual(busy);
    await owner.environments.fork('main', { id: 'copy' }, { fast: true, force: true });
    const copy = clientIn(server, project, 'copy');
    expect(await copy.editingSessions.list()).toEqual([]);
    await copy.items.update(item, { title: 'free here' });
    expect(await owner.maintenanceMode.activate({ force: true })).toMatchObject({ active: true });
    await owner.maintenanceMode.deactivate();
    await owner.environments.destroy('copy');
  });

  it('it has to name an heir to be destroyed', async () => {
    await moveTo(editor, 'lock');
    const [session] = await owner.editingSessions.list();
    const [heir] = (await owner.accessTokens.list()).filter(({ hardcoded_type }) => hardcoded_type !== null);
    const token = session?.editor.id ?? '';
    expect(await codesOf(owner.accessTokens.destroy(token))).toEqual(['DESTINATION_USER_REQUIRED']);
    await owner.accessTokens.destroy(token, {
      destination_user_type: 'access_token',
      destination_user_id: heir?.id ?? '',
    });
    expect(await owner.editingSessions.list()).toMatchObject([
      { editor: { type: heir?.type, id: heir?.id } },
    ]);
  });
});
