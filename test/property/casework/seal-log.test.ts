import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { runs } from '../../builders/runs.ts'
import { around, crashingAt } from '../../unit/casework/faulty-deps.ts'
import { inMemoryAuditLog } from '../../unit/casework/in-memory-audit-log.ts'

describe('sealing', () => {
  it('stays one log, whatever the turns of three runs at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 10 }),
        async (turns, count, perRead) => {
          const log = inMemoryAuditLog(count, perRead)
          const turn = async (name: string): Promise<void> =>
            turns.schedule(Promise.resolve(), name)
          const taking = around(log.deps, { before: turn, after: turn })
          const runs = [1, 2, 3].map(() => sealLog(taking))
          const [outcomes] = await turns.waitFor(Promise.all(runs).then((all) => [all] as const))
          expect(outcomes.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(count)
          expect(log.faults()).toEqual([])
        },
      ),
      runs(80),
    )
  })

  it('ends whole after any run of crashes, with entries arriving between them', async () => {
    const crash = fc.record({
      call: fc.integer({ min: 1, max: 20 }),
      when: fc.constantFrom('before', 'after'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(crash, { maxLength: 12 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 6 }),
        async (crashes, count, perRead) => {
          const log = inMemoryAuditLog(count, perRead)
          for (const [number, { call, when }] of crashes.entries()) {
            log.add(1000 + number)
            await sealLog(crashingAt(log.deps, call, when)).catch(() => undefined)
          }
          await sealLog(log.deps)
          expect(log.faults()).toEqual([])
        },
      ),
      runs(250),
    )
  })
})
