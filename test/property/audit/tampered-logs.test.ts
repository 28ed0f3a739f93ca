import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../../cli/verify/outcome.ts'
import { outcomeOf } from '../../../cli/verify/verify-copy.ts'
import { createInMemoryKeys } from '../../../local/in-memory/keys.ts'
import type { Held } from '../../../shared/audit/held.ts'
import { logCopyOf } from '../../../shared/audit/log-copy.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { isNightly } from '../../builders/runs.ts'
import { type Draw, drawFrom, type Snapshot, tamperings } from '../../builders/tampered.ts'
import { inMemoryAuditLog } from '../../unit/casework/in-memory-audit-log.ts'

/** Alterations drawn: a million each night. */
const numRuns = isNightly ? 1_000_000 : 10_000

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
  rekeyed: await makeLog(size, { keys: otherKeys }),
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

/** How `hub verify` ends. */
const exitCode = ({ rows, objects }: Snapshot, held: Held): number =>
  exitCodeOf(outcomeOf(logCopyOf(rows, objects), held))

type One = Awaited<ReturnType<typeof madeOf>>

const checkpointsOf = ({ objects }: Snapshot): readonly string[] =>
  [...objects.keys()].filter((name) => name.startsWith('checkpoints/')).toSorted()

/** A checkpoint of one log in the place of that of another, of the same size. */
const withNoteOf = (honest: Snapshot, other: Snapshot, draw: Draw): Snapshot => {
  const names = checkpointsOf(honest).filter((name) => other.objects.has(name))
  const name = names[draw(names.length)] ?? ''
  return { ...honest, objects: new Map(honest.objects).set(name, other.objects.get(name)) }
}

const drawn = (logs: readonly Snapshot[], honest: Snapshot, draw: Draw): Snapshot =>
  logs[draw(logs.length)] ?? honest

/** What takes a key, the log's own or another, or a whole history beside the honest one. */
const withKeys = {
  'fork: sign another root of a size': ({ honest, forged }: One, draw: Draw) =>
    withNoteOf(honest, drawn(forged, honest, draw), draw),
  're-sign a checkpoint with another key': ({ honest, rekeyed }: One, draw: Draw) =>
    withNoteOf(honest, rekeyed, draw),
  're-sign everything with another key': ({ rekeyed }: One) => rekeyed,
  'rewrite the table with another history': ({ honest, forged }: One, draw: Draw) => ({
    rows: drawn(forged, honest, draw).rows,
    objects: honest.objects,
  }),
  'rewrite the bucket with another history': ({ honest, forged }: One, draw: Draw) => ({
    rows: honest.rows,
    objects: drawn(forged, honest, draw).objects,
  }),
} as const

const kinds = [...keysOf(tamperings), ...keysOf(withKeys)]
type Kind = (typeof kinds)[number]

const isWithKeys = (kind: Kind): kind is keyof typeof withKeys => kind in withKeys

const tampered = (one: One, kind: Kind, draw: Draw): Snapshot =>
  isWithKeys(kind) ? withKeys[kind](one, draw) : tamperings[kind](one.honest, draw)

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
      expect(exitCode(honest, held)).toBe(0)
    }
  })

  it(
    'finds every one of so many altered logs',
    () => {
      const found = new Map<string, number>()
      fc.assert(
        fc.property(aLog, fc.constantFrom(...kinds), fc.nat(), (number, kind, seed) => {
          const one = made[number]
          if (one === undefined) throw new Error('no such log')
          const { honest } = one
          const after = tampered(one, kind, drawFrom(seed))
          fc.pre(!isDeepStrictEqual([after.rows, after.objects], [honest.rows, honest.objects]))
          expect(exitCode(after, honest.held)).toBe(1)
          found.set(kind, (found.get(kind) ?? 0) + 1)
        }),
        { numRuns },
      )
      expect([...found.keys()].toSorted()).toEqual(kinds.toSorted())
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
        expect(exitCode(after, held)).toBe(1)
      }
  })
})
