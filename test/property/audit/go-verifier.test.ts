import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifierKey } from '../../../shared/audit/checkpoint.ts'
import { leafHash } from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import { linesOf } from '../../../shared/audit/sealed-log.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { answersOfLog } from '../../builders/log-answers.ts'
import { inMemoryAuditLog, logKey } from '../../unit/casework/in-memory-audit-log.ts'

const folder = resolve('test/go')
const size = 130

/** Go with its packages, which come from the module proxy once; why not, where it cannot be had. */
const missing = (): string | undefined => {
  const asked = spawnSync('go', ['mod', 'download'], { cwd: folder, encoding: 'utf8' })
  if (asked.error !== undefined) return 'Go is not on this machine, so its verifier is not asked.'
  return asked.status === 0 ? undefined : 'The Go module proxy gave no golang.org/x/mod.'
}

const base64 = (hashes: readonly Buffer[]): string[] =>
  hashes.map((hash) => hash.toString('base64'))

/** All that the log says of itself, at every size: its notes, its lines, and every proof that can be asked of it. */
const documentOf = async () => {
  const log = inMemoryAuditLog(size, 10)
  await sealLog(log.deps)
  const { sealed } = log.copy()
  const lines = sealed.bundles.flatMap(({ text }) => linesOf(text))
  const leaves = lines.map(leafHash)
  const sizes = leaves.map((_, at) => at + 1)
  return {
    verifierKey: verifierKey(log.held.origin, logKey),
    notes: sealed.checkpoints.map(({ note }) => note),
    lines,
    inclusion: sizes.flatMap((of) =>
      leaves.slice(0, of).map((_, index) => ({
        index,
        size: of,
        proof: base64(inclusionProof(leaves.slice(0, of), index)),
      })),
    ),
    consistency: sizes.flatMap((newSize) =>
      sizes.slice(0, newSize).map((oldSize) => ({
        oldSize,
        newSize,
        proof: base64(consistencyProof(leaves.slice(0, newSize), oldSize)),
      })),
    ),
  }
}

const runs = 12

const asGoFinds = async () => {
  const document = { ...(await documentOf()), answers: await answersOfLog(runs) }
  const { status, stdout, stderr } = spawnSync('go', ['run', '.'], {
    cwd: folder,
    encoding: 'utf8',
    input: JSON.stringify(document),
    maxBuffer: 2 ** 26,
  })
  expect([status, stderr]).toEqual([0, ''])
  return { document, found: JSON.parse(stdout) as unknown }
}

describe('Go’s golang.org/x/mod/sumdb/note and tlog', () => {
  it('agree with every checkpoint, inclusion and consistency up to 130 entries, with all that the routes answer, and with none that is altered', async ({
    skip,
  }) => {
    const why = missing()
    skip(why !== undefined, why)
    const { document, found } = await asGoFinds()
    const proofs = (size * (size + 1)) / 2
    expect(document.lines).toHaveLength(size)
    const { length: answered } = document.answers.proofs
    expect(answered).toBeGreaterThan(2 * runs)
    const grown = (runs * (runs + 1)) / 2
    expect(found).toEqual({
      Notes: 13,
      NotesRefused: 13,
      Roots: 13,
      Inclusion: proofs,
      InclusionRefused: proofs,
      Consistency: proofs,
      ConsistencyRefused: proofs,
      Answers: {
        Checkpoints: runs,
        Proofs: answered,
        ProofsRefused: answered,
        Receipts: answered,
        ReceiptsRefused: answered,
        Consistencies: grown,
        ConsistenciesRefused: grown,
        Whole: grown,
      },
    })
  }, 300_000)
})
