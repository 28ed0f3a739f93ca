import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../cli/verify/verify-copy.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { isNightly } from '../../builders/runs.ts'
import { inMemoryAuditLog } from '../../unit/casework/in-memory-audit-log.ts'

const count = isNightly ? 20_000 : 4_000
/** Entries that come between two rounds, as under load. */
const atOnce = 2000
const sequencers = 3

describe(`${count} entries`, () => {
  it('stand in the log without a gap, each once, though they come while several runs seal at once', async () => {
    const log = inMemoryAuditLog(0, atOnce)
    let numbers = 0
    while (numbers < count) {
      for (let added = 0; added < atOnce; added += 1) log.add(numbers + added)
      numbers += atOnce
      await Promise.all(Array.from({ length: sequencers }, () => sealLog(log.deps)))
    }
    while (!(await sealLog(log.deps)).complete);
    expect(log.store.rows('auditEntries')).toEqual([])
    const { sealed, table } = log.copy()
    const { faults, checked } = outcomeOf({ sealed, table }, log.held)
    expect(faults).toEqual([])
    expect(checked.join()).toContain(`${count} entries stand without a gap`)
    const keys = log.sealedKeys()
    expect([keys.length, new Set(keys).size]).toEqual([count, count])
  }, 300_000)
})
