import { wire } from '../../functions/rotate-index/wire.ts'
import { environmentOf } from '../../local/environment-of.ts'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { scanInMemory } from '../../local/in-memory/scan.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { concernsSoughtIn, keepLookupsIn } from '../../shared/aws/dynamodb/lookups.ts'
import { findAdultIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import { readRotationIn, rotationWishRow } from '../../shared/aws/dynamodb/rotation-rows.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { type HashKeys, indexHashes } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'

export const tables = forEachTable((name) => name)

const begins = Date.parse('2026-11-23T10:00:00Z')

/** Tables in memory of which every write can be looked behind, or lost, and a clock that is moved by hand. */
export const rotatingHub = () => {
  let time = begins
  const now = (): Date => new Date(time)
  const memory = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  let afterWrite: () => Promise<void> = async () => {}
  let writes = 0
  let lost: { readonly at: number; readonly how: 'before' | 'after' } | undefined
  const writing =
    <Asked extends unknown[], Answer>(write: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      writes += 1
      const isLost = lost?.at === writes
      if (isLost && lost?.how === 'before') throw new Error('killed before a write')
      const answer = await write(...asked)
      await afterWrite()
      if (isLost) throw new Error('killed after a write')
      return answer
    }
  /** As the rotating function has it. */
  const store: Store = {
    ...memory,
    update: writing(memory.update),
    transact: writing(memory.transact),
  }
  const failures: unknown[] = []
  const environment = environmentOf({
    address: 'http://hub.test/v1',
    tables,
    keys: keyIds,
    trial: { needed: 0, authorities: [] },
  })
  // A fresh container at each run: the ring that it holds would be right for a minute anyway.
  const run = () =>
    wire({ store, scan: scanInMemory(memory.rows), keys }, environment, {
      now,
      newId,
      log: (_level, _event, { errorName }) => {
        if (errorName !== undefined) failures.push(errorName)
      },
    })()
  const place = { store: memory, keys, table: tables.register, wrappingKey: keyIds.index, now }

  /** A running function with keys of its own, as fresh or as stale as it happens to be. `late` comes between hashing and what is done with it. */
  const container = (late: () => Promise<void> = async () => {}) => {
    const { toRead, toWrite, asRead } = indexHashes(place)
    const slowly =
      (hash: HashKeys): HashKeys =>
      async (asked) => {
        const hashed = await hash(asked)
        await late()
        return hashed
      }
    return {
      toRead,
      toWrite,
      asRead,
      register: {
        readFamily: readFamilyIn(memory, tables.register),
        readAdult: findAdultIn(memory, tables.register),
        hashKeys: slowly(toWrite),
        commit: commitRegisterIn(memory, tables, { newId, now }),
        record: async () => {},
        newId,
        now,
      },
      gather: gatherFrom(memory, tables, slowly(toRead)),
      keepLookups: keepLookupsIn(memory, tables.casework, slowly(toWrite)),
      concernsSought: concernsSoughtIn(memory, tables.casework, asRead),
    }
  }
  let wishes = 0
  return {
    memory,
    failures,
    now,
    container,
    run,
    rotation: readRotationIn(memory, tables.register),
    advance: (milliseconds: number): void => {
      time += milliseconds
    },
    /** As an operator would, or whoever has become one: past the command. */
    wish: async (step: string, key: string): Promise<void> => {
      wishes += 1
      await memory.transact([
        put(tables.directory, rotationWishRow({ version: wishes, step, key })),
      ])
    },
    /** Looks after every write of the rotating function. */
    lookAfterWrites: (look: () => Promise<void>): void => {
      afterWrite = look
    },
    /** Kills the run that makes this write, counted from now. */
    killAt: (write: number, how: 'before' | 'after'): void => {
      lost = { at: writes + write, how }
    },
  }
}
export type RotatingHub = ReturnType<typeof rotatingHub>
export type Container = ReturnType<RotatingHub['container']>
