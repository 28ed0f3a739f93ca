import * as z from 'zod'
import { put, remove } from './actions.ts'
import type { Key, Store } from './store.ts'

/**
 * The console's own rows. None outlives a day, so no release reads what an older one wrote for longer: what cannot be read is as if it
 * had expired.
 */
const day = 24 * 60 * 60 * 1000

const seconds = (moment: Date): number => Math.ceil(moment.getTime() / 1000)

const endedKey = (id: string) => ({ pk: `SESSION#${id}`, sk: 'ENDED' })

/** Says that a session was ended, for as long as its cookie could be shown. */
export const endSessionIn =
  (store: Store, table: string) =>
  async (id: string, until: Date): Promise<void> => {
    await store.transact([put(table, { ...endedKey(id), expiresAt: seconds(until) })])
  }

export const isSessionEndedIn =
  (store: Store, table: string) =>
  async (id: string): Promise<boolean> =>
    (await store.get(table, endedKey(id))) !== undefined

/** DynamoDB takes its time to delete what has expired. */
const keptSchema = z.object({ kept: z.unknown(), expiresAt: z.number() })

/** For a day from now. */
const kept = (row: Key & { readonly kept: unknown }, now: Date) => ({
  ...row,
  expiresAt: seconds(new Date(now.getTime() + day)),
})

const readKept = (row: unknown, now: Date): unknown => {
  const { data } = keptSchema.safeParse(row)
  return data !== undefined && data.expiresAt > seconds(now) ? data.kept : undefined
}

/** A form as it was typed, by the person who typed it and the page on which it stood. */
type KeptForm = { readonly owner: string; readonly path: string }

const formKey = ({ owner, path }: KeptForm) => ({ pk: `TYPED#${owner}`, sk: path })
const draftKey = (owner: string) => ({ pk: `DRAFT#${owner}`, sk: 'CONCERN' })

/** Keeps a form for a day. */
export const keepFormIn =
  (store: Store, table: string) =>
  async (of: KeptForm, form: string, now: Date): Promise<void> => {
    await store.transact([put(table, kept({ ...formKey(of), kept: form }, now))])
  }

/** The form that was kept. Reading takes nothing away: the page that shows it may fail. */
export const readFormIn =
  (store: Store, table: string) =>
  async (of: KeptForm, now: Date): Promise<string | undefined> =>
    z.string().safeParse(readKept(await store.get(table, formKey(of)), now)).data

export const dropFormIn =
  (store: Store, table: string) =>
  async (of: KeptForm): Promise<void> => {
    await store.transact([remove(table, formKey(of))])
  }

/** The draft of somebody, as long as it is not a day old. */
export const readDraftIn =
  (store: Store, table: string) =>
  async (owner: string, now: Date): Promise<unknown> =>
    readKept(await store.get(table, draftKey(owner)), now)

export const saveDraftIn =
  (store: Store, table: string) =>
  async (owner: string, draft: object, now: Date): Promise<void> => {
    await store.transact([put(table, kept({ ...draftKey(owner), kept: draft }, now))])
  }

export const dropDraftIn =
  (store: Store, table: string) =>
  async (owner: string): Promise<void> => {
    await store.transact([remove(table, draftKey(owner))])
  }
