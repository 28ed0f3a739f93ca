import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Keys } from '../../../cli/verify/read-keys.ts'
import type { Files } from '../../../cli/verify/verify-copy.ts'
import { verifyExport } from '../../../cli/verify/verify-export.ts'
import { csvOfEntry } from '../../../shared/audit/export/csv-of-entry.ts'
import { digestOf, emptyHash, fed } from '../../../shared/audit/export/running-hash.ts'
import { remove } from '../../../shared/aws/dynamodb/actions.ts'
import { aChild } from '../../builders/a-child.ts'
import { anAnsweredAlert } from '../../builders/an-answered-alert.ts'
import { exportOf, keysOfHub } from '../../builders/an-export.ts'
import { allRows, callsOf } from '../../builders/hub-calls.ts'
import { hubCommand } from '../../builders/hub-command.ts'
import { anEntry } from '../../unit/casework/in-memory-audit-log.ts'

let files: Files
let keys: Keys
beforeAll(async () => {
  const command = await hubCommand()
  await callsOf(command.hub).putChild('C1', aChild())
  await command.hub.seal()
  command.hub.advance(60_000)
  files = await exportOf(command, 'action=CHILD_RECORDED')
  keys = await keysOfHub(command.hub)
})

const faultsOf = (given: Files) => verifyExport('export', given, keys).faults

/** Where faults are found once a byte of a file is another; nothing, if that is not in the file. */
const foundIn = (name: string, bytes: Buffer, at: number): readonly string[] => {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
  // A line of proofs and one of entries are believed together or not at all.
  const places = name === 'proofs.txt' ? [name, 'entries.ndjson'] : [name]
  return faultsOf(new Map(files).set(name, changed)).flatMap(({ place = '' }) =>
    places.some((one) => place.startsWith(one)) ? [place] : [],
  )
}

describe('a small export', () => {
  it('fails and says in which file when any byte of any of its files is another', () => {
    expect(faultsOf(files)).toEqual([])
    const unnoticed = [...files].flatMap(([name, bytes]) =>
      Array.from(bytes.keys(), (at) => ({ name, at, places: foundIn(name, bytes, at) })).filter(
        ({ places }) => places.length === 0,
      ),
    )
    expect(unnoticed).toEqual([])
  })

  it('fails when a byte is taken out or put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files.keys()), fc.nat(), fc.boolean(), (name, seed, more) => {
        const bytes = files.get(name) ?? Buffer.alloc(0)
        const at = seed % (bytes.length + 1)
        const rest = bytes.subarray(more ? at : at + 1)
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(more ? 'x' : ''), rest])
        fc.pre(!changed.equals(bytes))
        expect(faultsOf(new Map(files).set(name, changed))).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the entries of one record', () => {
  /** An alert that was acknowledged, decided on and answered, sealed as somebody left the entries who could. */
  const answered = async (without?: string) => {
    const { command, hub, id } = await anAnsweredAlert()
    for (const { pk, sk, entry } of await allRows(hub, 'auditEntries'))
      if (z.object({ action: z.string() }).parse(entry).action === without)
        await hub.store.transact([
          remove(hub.tables.auditEntries, { pk: String(pk), sk: String(sk) }),
        ])
    await hub.seal()
    hub.advance(11 * 60_000)
    const own = await keysOfHub(hub)
    return {
      id,
      verified: async (...asked: readonly string[]) =>
        verifyExport('export', await exportOf(command, ...asked), own),
    }
  }

  it('lack the version of one that was taken away before it was sealed, though each that is left is proved', async () => {
    const { id, verified } = await answered('OUTCOME_RECORDED')
    const { faults } = await verified(`subject=${id}`)
    expect(faults.map(({ what, index, place }) => ({ what, index, place }))).toEqual([
      { what: 'VERSION_MISSING', index: 3, place: `casework ${id}` },
    ])
  })

  it('are said to leave out none, and of a narrower question nothing is said', async () => {
    const { id, verified } = await answered()
    const whole = await verified(`subject=${id}`)
    expect(whole.faults).toEqual([])
    expect(whole.checked.at(-1)).toContain(`casework ${id}, every version from 1 to 4`)
    const narrow = await verified(`subject=${id}`, 'action=FEEDBACK_GIVEN')
    expect([narrow.faults, narrow.checked.filter((one) => one.startsWith('Completeness'))]).toEqual(
      [[], []],
    )
    expect(narrow.untold.at(-1)).toContain('leave out one of its versions')
  })
})

describe('the table', () => {
  it('gives back what was put in, and no cell begins as a formula does', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ''),
        (rest, first) => {
          const actor = `${first}${rest}`
          const [cells = []] = z
            .array(z.array(z.string()))
            .parse(
              parse(csvOfEntry(3, { ...anEntry(1).entry, actor }), { record_delimiter: '\r\n' }),
            )
          expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
          expect([actor, `'${actor}`]).toContain(cells[5])
        },
      ),
    )
  })
})

describe('a hash that is put down and taken up', () => {
  it('is SHA-256, wherever it was interrupted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 150, unit: 'binary' })), (texts) => {
        const sum = texts.reduce((hash, text) => fed(structuredClone(hash), text), emptyHash)
        const whole = createHash('sha256')
        for (const text of texts) whole.update(text)
        expect(digestOf(sum)).toBe(whole.digest('hex'))
      }),
    )
  })
})
