import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { exitCodeOf, type Outcome } from '../../../cli/verify/outcome.ts'
import { type Given, verifyAll } from '../../../cli/verify/verify-all.ts'
import type { Files } from '../../../cli/verify/verify-copy.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { anAnsweredAlert } from '../../builders/an-answered-alert.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { exportOf, keysOfHub } from '../../builders/an-export.ts'
import { auditor } from '../../builders/clients.ts'
import { allRows, deskOf } from '../../builders/hub-calls.ts'
import { folderOf } from '../../builders/log-folder.ts'

/** Whoever can write tables wants one act on an alert not to be told of. Each of these is something they can do. */
const entrySchema = z.looseObject({
  entryId: z.string(),
  action: z.string(),
  at: z.string(),
  versions: z.record(z.string(), z.int()).optional(),
})
const rowSchema = z.looseObject({ pk: z.string(), sk: z.string(), entry: entrySchema })

const year = 366 * 24 * 60 * 60_000
const minutes = 11 * 60_000
const folder = (name: string, files: Files): Given => ({ kind: 'folder', name, files })

const answered = async () => {
  const { command, hub, id } = await anAnsweredAlert()
  const entriesIn = async (table: 'auditEntries' | 'auditLog') =>
    (await allRows(hub, table)).flatMap((row) => {
      const read = rowSchema.safeParse(row)
      return read.success ? [read.data] : []
    })
  /** The rows of the entry by which the alert came into a version; in the log the one under the alert, by which it is found. */
  const naming = async (table: 'auditEntries' | 'auditLog', version: number) =>
    (await entriesIn(table)).filter(
      ({ pk, entry }) =>
        entry.versions?.[id] === version && (table === 'auditEntries' || pk === `SUBJECT#${id}`),
    )
  const erase = async (table: 'auditEntries' | 'auditLog', rows: readonly KeyedRow[]) => {
    expect(rows.length).toBeGreaterThan(0)
    for (const { pk, sk } of rows) await hub.store.transact([remove(hub.tables[table], { pk, sk })])
  }
  const copy = async (): Promise<Given> => {
    const within = `sealed-log/${hub.logOrigin}/`
    const objects = new Map(
      [...hub.objects.all].map(([name, text]) => [name.slice(within.length), text] as const),
    )
    const files = folderOf({ rows: [], objects })
    return folder('log', new Map([...files].filter(([name]) => !name.startsWith('table/'))))
  }
  const given = async (...asked: readonly string[]): Promise<Given> =>
    folder('export', await exportOf(command, ...asked))
  const verified = async (stands?: number, ...all: readonly Given[]): Promise<Outcome> =>
    verifyAll(all, {
      ...(await keysOfHub(hub)),
      now: hub.now(),
      ...(stands !== undefined && { stands: new Map([[id, stands]]) }),
    })
  return { id, hub, given, copy, verified, naming, erase, entriesIn }
}

const missingIn = ({ faults }: Outcome) =>
  faults.map(({ what, index }) => (what === 'VERSION_MISSING' ? index : what))
const isUntold = ({ untold }: Outcome, words: string): boolean =>
  untold.some((one) => one.includes(words))

describe('the entries of one record', () => {
  it.each([1, 2, 4])(
    'lack version %i where its entry was taken away before it was sealed, the last by what its holder knows',
    async (version) => {
      const { id, hub, given, verified, naming, erase } = await answered()
      await erase('auditEntries', await naming('auditEntries', version))
      await hub.seal()
      hub.advance(minutes)
      const whole = await given(`subject=${id}`)
      expect(missingIn(await verified(4, whole))).toEqual([version])
      const alone = await verified(undefined, whole)
      expect(missingIn(alone)).toEqual(version === 4 ? [] : [version])
      expect(isUntold(alone, `--stands ${id}=VERSION`)).toBe(true)
    },
  )

  it.each([1, 3, 4])(
    'lack version %i where its row was taken away after it was sealed, and the log beside has it',
    async (version) => {
      const { id, hub, given, copy, verified, naming, erase } = await answered()
      await hub.seal()
      hub.advance(minutes)
      await erase('auditLog', await naming('auditLog', version))
      const whole = await given(`subject=${id}`)
      expect(missingIn(await verified(4, whole))).toEqual([version])
      expect(missingIn(await verified(undefined, whole, await copy()))).toContain('ENTRY_LEFT_OUT')
    },
  )

  it('are complete where nobody took one away, by themselves and beside the log', async () => {
    const { id, hub, given, copy, verified } = await answered()
    await hub.seal()
    hub.advance(minutes)
    const whole = await given(`subject=${id}`)
    const outcome = await verified(4, whole)
    expect([exitCodeOf(outcome), outcome.untold.length]).toEqual([0, 1])
    expect(outcome.checked.at(-1)).toContain('every version from 1 to 4, in which it stands,')
    const beside = await verified(4, whole, await copy())
    expect(exitCodeOf(beside)).toBe(0)
    expect(beside.checked.join()).toContain('every entry of the log that answers its question')
  })

  it('are not said to lack what was not sealed when the export began, and it is counted', async () => {
    const { id, hub, given, verified, naming, erase } = await answered()
    const [last] = await naming('auditEntries', 4)
    await erase('auditEntries', [last as KeyedRow])
    await hub.seal()
    await hub.store.transact([put(hub.tables.auditEntries, last as KeyedRow)])
    const outcome = await verified(4, await given(`subject=${id}`))
    expect([exitCodeOf(outcome), isUntold(outcome, 'not sealed when the export began')]).toEqual([
      0,
      true,
    ])
    expect(isUntold(outcome, 'What 1 more say')).toBe(true)
  })

  it('leave a gap where one went at the end of its time and a hold kept those about it: no false alarm', async () => {
    const { id, hub, given, verified, naming, erase } = await answered()
    await hub.seal()
    const rows = [...(await naming('auditLog', 1)), ...(await naming('auditLog', 3))]
    await erase('auditLog', rows)
    hub.advance(70 * year)
    expect(missingIn(await verified(4, await given(`subject=${id}`)))).toEqual([1, 3])
    hub.advance(7 * year)
    const outcome = await verified(4, await given(`subject=${id}`))
    expect(missingIn(outcome)).toEqual([])
    expect(isUntold(outcome, 'Where the entry of version 3')).toBe(true)
  })

  it('are asked of the record that was named, or cannot be told', async () => {
    const { hub, given, verified } = await answered()
    await hub.seal()
    const outcome = await verified(4, await given('action=ALERT_READ'))
    expect(exitCodeOf(outcome)).toBe(2)
  })
})

describe('a row whose number was raised', () => {
  it.each([1, 1000, Number.NaN, -1])(
    'by %d is told of as a fault of the hub, and falls out of no export, proof or page in silence',
    async (more) => {
      const { id, hub, given, naming } = await answered()
      await hub.seal()
      hub.advance(minutes)
      const [row] = await naming('auditLog', 3)
      const { leafIndex, ...rest } = row as KeyedRow
      const raised = Number(leafIndex) + more
      const altered = { ...rest, ...(!Number.isNaN(raised) && { leafIndex: raised }) }
      await hub.store.transact([put(hub.tables.auditLog, altered as KeyedRow)])
      if (row?.['salt'] === undefined) throw new Error('the first row is under the alert')
      await expect(given(`subject=${id}`)).rejects.toThrow('500')
      const { status } = await hub.call(
        'audit',
        anApiEvent('proveAuditEntry', {
          id: row.entry.entryId,
          token: await hub.tokenFor(auditor),
          headers: deskOf(auditor),
        }),
      )
      expect(status).toBe(500)
    },
  )
})

describe('an export of all entries of a time', () => {
  it('is not whole where one between others is not there, and a copy of the log says which', async () => {
    const { hub, given, copy, verified, erase, entriesIn } = await answered()
    await hub.seal()
    const whole = await given('from=2020-01-01T00:00:00Z')
    expect(exitCodeOf(await verified(undefined, whole))).toBe(0)
    hub.advance(minutes)
    // Of one moment their order is any; the last of all would be between no others.
    const first = (await entriesIn('auditLog'))
      .filter((one) => one['salt'] !== undefined)
      .toSorted((one, other) => Number(one['leafIndex']) - Number(other['leafIndex']))
    const row = first[Math.floor(first.length / 2)]
    await erase('auditLog', [row as KeyedRow])
    const without = await given('from=2020-01-01T00:00:00Z')
    const outcome = await verified(undefined, without)
    expect([exitCodeOf(outcome), outcome.unread.join()]).toEqual([
      2,
      expect.stringContaining(`since=${String(row?.['leafIndex'])}`),
    ])
    expect(missingIn(await verified(undefined, without, await copy()))).toEqual(['ENTRY_LEFT_OUT'])
  })
})
