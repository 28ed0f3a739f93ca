import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../../../cli/verify/outcome.ts'
import { readKeys } from '../../../../cli/verify/read-keys.ts'
import { reportAsText } from '../../../../cli/verify/report.ts'
import { type Given, verifyAll } from '../../../../cli/verify/verify-all.ts'
import type { Files } from '../../../../cli/verify/verify-copy.ts'
import { verifierKey } from '../../../../shared/audit/checkpoint.ts'
import { leafHash } from '../../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../../shared/audit/merkle-proofs.ts'
import { linesOf } from '../../../../shared/audit/sealed-log.ts'
import { receiptText } from '../../../../shared/audit/tlog-proof.ts'
import { sealLog } from '../../../../shared/casework/seal-log.ts'
import { folderOf } from '../../../builders/log-folder.ts'
import { inMemoryAuditLog, logKey } from '../../casework/in-memory-audit-log.ts'

/** Some entries sealed a few at a time, without one of them where that is said. */
const made = async (size: number, without?: number) => {
  const log = inMemoryAuditLog(0, 3)
  for (let number = 0; number < size; number += 1) if (number !== without) log.add(number)
  await sealLog(log.deps)
  const { sealed } = log.copy()
  const lines = sealed.bundles
    .toSorted((one, other) => one.first - other.first)
    .flatMap(({ text }) => linesOf(text))
  const notes = sealed.checkpoints
    .toSorted((one, other) => one.size - other.size)
    .map(({ note }) => note)
  return { log, lines, notes, leaves: lines.map(leafHash), folder: folderOf(log.all()) }
}

let honest: Awaited<ReturnType<typeof made>>
let forged: Awaited<ReturnType<typeof made>>
beforeAll(async () => {
  honest = await made(8)
  forged = await made(9, 2)
})

const keys = () => {
  const read = readKeys(verifierKey(honest.log.held.origin, logKey))
  if (read === undefined) throw new Error('no key')
  return read
}
const folder = (files: Files): Given => ({ kind: 'folder', name: 'log', files })
const file = (text: string): Given => ({ kind: 'file', name: 'kept', text })
const ended = (...given: readonly Given[]) => {
  const outcome = verifyAll(given, keys())
  return { code: exitCodeOf(outcome), kinds: outcome.faults.map(({ what }) => what), outcome }
}

const receiptOf = (index: number, size: number): string =>
  receiptText({
    line: honest.lines[index] ?? '',
    index,
    proof: inclusionProof(honest.leaves.slice(0, size), index),
    note: honest.notes.find((note) => note.split('\n')[1] === String(size)) ?? '',
  })

const consistency = (from: number, to: number, leaves = honest.leaves): Given =>
  file(
    JSON.stringify({
      from,
      to,
      proof: consistencyProof(leaves.slice(0, to), from).map((hash) => hash.toString('base64')),
    }),
  )

describe('a folder', () => {
  it('holds when it is the log as it was signed, with its rows, and says what was checked', () => {
    const { code, outcome } = ended(folder(honest.folder), file(honest.notes[0] ?? ''))
    expect(code).toBe(0)
    expect(outcome.checked.map((sentence) => sentence.split(':')[0])).toEqual([
      'Signature',
      'Whole tree',
      'Consistency',
      'Copies',
      'Completeness',
    ])
  })

  it('holds when it was copied from above the log, without rows or with them zipped', () => {
    const { origin } = honest.log.held
    const rows = honest.folder.get('table/rows.ndjson') ?? Buffer.alloc(0)
    const sealed = [...honest.folder].filter(([name]) => !name.startsWith('table/'))
    expect(ended(folder(new Map(sealed))).code).toBe(0)
    const above = sealed.map(([name, bytes]) => [`${origin}/${name}`, bytes] as const)
    const zipped = ['table/AWSDynamoDB/01/data/a.json.gz', gzipSync(rows)] as const
    expect(ended(folder(new Map([...above, zipped]))).code).toBe(0)
  })

  it('cannot be verified when there is nothing of the log in it', () => {
    expect(ended(folder(new Map([['readme', Buffer.from('x')]]))).code).toBe(2)
  })

  it('names the entry whose copy is missing, in a sentence', () => {
    const { rows, objects } = honest.log.all()
    const copy = rows.find(({ pk }) => pk === 'SUBJECT#record-1')
    const without = rows.filter((row) => row !== copy)
    const { code, outcome } = ended(folder(folderOf({ rows: without, objects })))
    expect(code).toBe(1)
    expect(outcome.faults).toMatchObject([
      { what: 'COPY_MISSING', index: copy?.['leafIndex'], place: `${copy?.pk} ${copy?.sk}` },
    ])
    expect(reportAsText(outcome)).toContain('whoever asks about that record is not told of it')
  })

  it('says so when a row is none', () => {
    const bytes = honest.folder.get('table/rows.ndjson') ?? Buffer.alloc(0)
    const broken = Buffer.from(bytes.toString().replace('{"Item"', '{"item"'))
    const { kinds } = ended(folder(new Map(honest.folder).set('table/rows.ndjson', broken)))
    expect(kinds).toContain('ROW_UNREADABLE')
  })

  it('shows both notes when a checkpoint that was kept is of another history', () => {
    const kept = forged.notes.at(-1) ?? ''
    const { code, kinds, outcome } = ended(folder(honest.folder), file(kept))
    expect([code, kinds]).toEqual([1, ['HELD_DIFFERS', 'FORKED']])
    expect(reportAsText(outcome)).toContain(kept)
    expect(reportAsText(outcome)).toContain(honest.notes.at(-1))
  })

  it('was shortened when a checkpoint that was kept is of more entries', async () => {
    const shorter = await made(6)
    const { kinds } = ended(folder(shorter.folder), file(honest.notes.at(-1) ?? ''))
    expect(kinds).toEqual(['SHORTENED'])
  })
})

describe('checkpoints alone', () => {
  it('hold when the key signed them, and do not when it did not', () => {
    const [note = ''] = honest.notes
    expect(ended(file(note)).code).toBe(0)
    expect(ended(file(note.replace('\n3\n', '\n4\n'))).kinds).toEqual(['HELD_DIFFERS'])
    expect(ended(file(note.slice(0, -1))).code).toBe(1)
    expect(ended(file(`${note}more\n`)).code).toBe(1)
  })

  it('are a fork when two of one size have two roots', () => {
    const { code, kinds, outcome } = ended(
      file(honest.notes.at(-1) ?? ''),
      file(forged.notes.at(-1) ?? ''),
    )
    expect([code, kinds]).toEqual([1, ['FORKED']])
    expect(outcome.faults[0]?.evidence).toHaveLength(2)
  })

  it('are not said to hold by a proof that was looked at beside nothing', () => {
    expect(ended(consistency(3, 6)).code).toBe(2)
    const noted = (size: number): string =>
      honest.notes.find((note) => note.split('\n')[1] === String(size)) ?? ''
    expect(ended(file(noted(3)), consistency(3, 6)).code).toBe(2)
  })

  it('take the hub’s answer as it came, with the checkpoint that is in it', () => {
    const noted = (size: number): string =>
      honest.notes.find((note) => note.split('\n')[1] === String(size)) ?? ''
    const answerOf = (proof: readonly Buffer[]): Given =>
      file(
        JSON.stringify({
          from: 3,
          to: 6,
          proof: proof.map((hash) => hash.toString('base64')),
          checkpoint: noted(6),
        }),
      )
    const proof = consistencyProof(honest.leaves.slice(0, 6), 3)
    expect(ended(file(noted(3)), answerOf(proof)).code).toBe(0)
    const zeros = proof.map(() => Buffer.alloc(32))
    expect(ended(file(noted(3)), answerOf(zeros)).kinds).toEqual(['NOT_CONSISTENT'])
  })

  it('of two sizes need the proof between them, which must be theirs', () => {
    const [older = '', newer = ''] = honest.notes
    expect(ended(file(older), file(newer)).code).toBe(2)
    expect(ended(file(older), file(newer), consistency(3, 6)).code).toBe(0)
    const other = consistency(3, 6, forged.leaves)
    expect(ended(file(older), file(newer), other).kinds).toEqual(['NOT_CONSISTENT'])
  })
})

describe('a receipt', () => {
  it('proves each entry at each size that was signed', () => {
    for (const size of [3, 6, 8])
      for (let index = 0; index < size; index += 1)
        expect(ended(file(receiptOf(index, size))).code).toBe(0)
  })

  it('fails when any of its bytes is another', () => {
    const text = receiptOf(4, 8)
    const codes = Array.from(text, (_, at) => {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ 1)
      return ended(file(text.slice(0, at) + changed + text.slice(at + 1))).code
    })
    expect(codes).not.toContain(0)
  })

  it('is compared with a checkpoint that was kept', () => {
    expect(ended(file(receiptOf(1, 8)), file(forged.notes.at(-1) ?? '')).kinds).toEqual(['FORKED'])
  })
})

describe('keys', () => {
  it('are read one a line, of one log alone, each to the letter', () => {
    const key = verifierKey('hub.example/log', logKey)
    expect(readKeys(`# the log\n${key}\n\n${key}\n`)?.publicKeys).toHaveLength(2)
    expect(readKeys(`${key}\n${verifierKey('hub.example/other', logKey)}`)).toBeUndefined()
    expect(readKeys(key.replace('hub', 'hum'))).toBeUndefined()
    expect(readKeys('')).toBeUndefined()
  })
})
