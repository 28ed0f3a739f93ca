import * as z from 'zod'
import { put, remove } from './actions.ts'
import type { Store } from './store.ts'

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

export type Kept = { readonly owner: string; readonly path: string }

const keptKey = ({ owner, path }: Kept) => ({ pk: `TYPED#${owner}`, sk: path })
const draftKey = (owner: string) => ({ pk: `DRAFT#${owner}`, sk: 'CONCERN' })
const keptDraftSchema = z.object({ draft: z.unknown(), expiresAt: z.number() })
const keptSchema = z.object({ form: z.string(), expiresAt: z.number() })

/** Keeps a form as it was typed, for a day. */
export const keepFormIn =
  (store: Store, table: string) =>
  async (kept: Kept, form: string, now: Date): Promise<void> => {
    const expiresAt = seconds(new Date(now.getTime() + day))
    await store.transact([put(table, { ...keptKey(kept), form, expiresAt })])
  }

/** The form that was kept, once: it is then kept no more. DynamoDB takes its time to delete what has expired. */
export const takeFormIn =
  (store: Store, table: string) =>
  async (kept: Kept, now: Date): Promise<string | undefined> => {
    const read = keptSchema.safeParse(await store.get(table, keptKey(kept)))
    if (!read.success || read.data.expiresAt <= seconds(now)) return undefined
    await store.transact([remove(table, keptKey(kept))])
    return read.data.form
  }

/** The draft of somebody, as long as it is not a day old. */
export const readDraftIn =
  (store: Store, table: string) =>
  async (owner: string, now: Date): Promise<unknown> => {
    const read = keptDraftSchema.safeParse(await store.get(table, draftKey(owner)))
    return read.success && read.data.expiresAt > seconds(now) ? read.data.draft : undefined
  }

export const saveDraftIn =
  (store: Store, table: string) =>
  async (owner: string, draft: object, now: Date): Promise<void> => {
    const expiresAt = seconds(new Date(now.getTime() + day))
    await store.transact([put(table, { ...draftKey(owner), draft, expiresAt })])
  }

export const dropDraftIn =
  (store: Store, table: string) =>
  async (owner: string): Promise<void> => {
    await store.transact([remove(table, draftKey(owner))])
  }
