import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInMemoryKeys } from '../../../local/in-memory/keys.ts'
import type { Held } from '../../../shared/audit/held.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { logCopyOf } from '../../builders/log-copy.ts'
import { drawFrom, type Snapshot, tamperings } from '../../builders/tampered.ts'
import { inMemoryAuditLog } from '../../unit/casework/in-memory-audit-log.ts'

/** Alterations drawn: a million each night. */
const numRuns = process.env['HUB_NIGHTLY'] === undefined ? 10_000 : 1_000_000

/** A millisecond or two each; so long only where many share the machine. */
const timeout = numRuns * 30

const otherKeys = createInMemoryKeys()

type Made = Snapshot & { readonly held: Held }

/** A log of so many entries, without one of them where that is said, sealed a few at a time. */
const makeLog = async (
  size: number,
  { without, keys }: { readonly without?: number; readonly keys?: typeof otherKeys },
): Promise<Made> => {
  const log = inMemoryAuditLog(0, 3, { ...(keys && { keys }) })
  for (let number = 0; number < size; number += 1) if (number !== without) log.add(number)
  await sealLog(log.deps)
  return { rows: log.rows(), objects: log.objects(), held: log.held }
}

const sizes = [4, 5, 6]
const removals = [0, 1, 3]

const madeOf = async (size: number) => ({
  honest: await makeLog(size, {}),
  shorter: await makeLog(size - 1, {}),
  forged: await Promise.all(removals.map((without) => makeLog(size, { without }))),
  resigned: await Promise.all(
    removals.map((without) => makeLog(size, { without, keys: otherKeys })),
  ),
})
const made = await Promise.all(sizes.map(madeOf))

const newestOf = ({ objects }: Snapshot): string =>
  objects.get(
    [...objects.keys()].filter((name) => name.startsWith('checkpoints/')).toSorted()[0] ?? '',
  ) ?? ''

const findingsOf = ({ rows, objects }: Snapshot, held: Held): number => {
  try {
    return verifyLog(logCopyOf(rows, objects), held).length
  } catch {
    // A row of the log's own that cannot be read at all.
    return 1
  }
}

/** Whole histories in place of parts of the honest one; each needs what it is held against. */
const histories = {
  'the table forged, head and batches together': ({ honest, forged }, at) => ({
    after: { rows: forged[at]?.rows ?? [], objects: honest.objects },
    held: honest.held,
  }),
  'the table rewound to fewer entries': ({ honest, shorter }) => ({
    after: { rows: shorter.rows, objects: honest.objects },
    held: honest.held,
  }),
  'all of it forged and signed by another key': ({ honest, resigned }, at) => ({
    after: resigned[at] ?? honest,
    held: honest.held,
  }),
  'the bucket forged and signed by another key': ({ honest, resigned }, at) => ({
    after: { rows: honest.rows, objects: resigned[at]?.objects ?? new Map() },
    held: honest.held,
  }),
  'all of it forged by whoever has the key, and a checkpoint held': ({ honest, forged }, at) => ({
    after: forged[at] ?? honest,
    held: { ...honest.held, notes: [newestOf(honest)] },
  }),
  'all of it shortened by whoever has the key, and a checkpoint held': ({ honest, shorter }) => ({
    after: shorter,
    held: { ...honest.held, notes: [newestOf(honest)] },
  }),
  'nothing of it left': ({ honest }) => ({
    after: { rows: [], objects: new Map() },
    held: { ...honest.held, notes: [newestOf(honest)] },
  }),
} as const satisfies Record<
  string,
  (
    one: Awaited<ReturnType<typeof madeOf>>,
    at: number,
  ) => { readonly after: Snapshot; readonly held: Held }
>

/** By its number: it is not told whole when something fails. */
const aLog = fc.nat(made.length - 1)

describe('a verifier', () => {
  it('finds nothing wrong with a log that nobody altered, held against itself', () => {
    for (const { honest } of made) {
      const held = { ...honest.held, notes: [newestOf(honest)] }
      expect(verifyLog(logCopyOf(honest.rows, honest.objects), held)).toEqual([])
    }
  })

  it(
    'finds every one of so many altered logs',
    () => {
      const found = new Map<string, number>()
      fc.assert(
        fc.property(
          aLog,
          fc.constantFrom(...keysOf(tamperings)),
          fc.nat(),
          (number, kind, seed) => {
            const honest = made[number]?.honest
            if (honest === undefined) throw new Error('no such log')
            const after = tamperings[kind](honest, drawFrom(seed))
            fc.pre(!isDeepStrictEqual([after.rows, after.objects], [honest.rows, honest.objects]))
            expect(findingsOf(after, honest.held)).toBeGreaterThan(0)
            found.set(kind, (found.get(kind) ?? 0) + 1)
          },
        ),
        { numRuns },
      )
      expect([...found.keys()].toSorted()).toEqual(keysOf(tamperings).toSorted())
      expect([...found.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(
        numRuns,
      )
    },
    timeout,
  )

  it.each(keysOf(histories))('finds %s', (kind) => {
    for (const one of made)
      for (const at of removals.keys()) {
        const { after, held } = histories[kind](one, at)
        expect(findingsOf(after, held)).toBeGreaterThan(0)
      }
  })
})
