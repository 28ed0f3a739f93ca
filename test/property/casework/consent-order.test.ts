import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnread } from '../../../shared/alerts/unread.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const tenMinutes = 10 * 60_000
/** How far the clock of whoever takes a request is from the true one. */
const skew = fc.integer({ min: -tenMinutes, max: tenMinutes })
const changes = fc.array(fc.record({ status: fc.constantFrom('GIVEN', 'WITHDRAWN'), skew }), {
  minLength: 2,
  maxLength: 6,
})

describe('consent that changes while clocks are ten minutes apart', () => {
  it('stands as it was accepted last, whatever the clocks said and in whichever order it is applied', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), async (said, isAppliedBetween) => {
        const hub = await startInMemoryHub()
        const calls = callsOf(hub)
        const id = concernIdIn(await calls.submit('a-key-for-the-concern', aConcern()))
        await hub.settle()
        for (const [at, { status, skew: off }] of said.entries()) {
          const consent = { status, ...(status === 'GIVEN' && { whatWasAgreed: 'Sharing' }) }
          hub.advance(off)
          const { status: answer } = await calls.changeConsent(
            { id, key: `a-key-for-the-change-${at}` },
            consent,
          )
          expect(answer).toBe(202)
          hub.advance(-off)
          if (isAppliedBetween) await hub.settle()
        }
        hub.advance(2 * tenMinutes)
        await hub.settle()
        const row = (await hub.rows('casework')).find(
          ({ sk, pk }) => sk === 'CONCERN' && pk === `CONCERN#${id}`,
        )
        expect(row).toMatchObject({
          standing: {
            consentNow: { consent: { status: said.at(-1)?.status }, changeNumber: said.length },
          },
        })
      }),
      { numRuns: 8 },
    )
  })
})

describe('an alert that was answered while clocks are ten minutes apart', () => {
  const versions = fc.record({ answered: fc.nat(20), version: fc.integer({ min: 1, max: 20 }) })
  const clocks = fc.record({ answeredAt: skew, toldAt: skew })

  it('is unread at every version that came after the answer, and at none before it', () => {
    fc.assert(
      fc.property(versions, clocks, ({ answered, version }, { answeredAt, toldAt }) => {
        const at = (off: number): string => new Date(tenMinutes * 9 + off).toISOString()
        const alert = anAlert({
          state: 'ACKNOWLEDGED',
          acknowledgement: { by: 'duty', at: at(answeredAt) },
          answeredIn: answered + 1,
        })
        const ref = { alertId: alertIdSchema.parse(anId(2)), version }
        expect(isUnread(ref, alert, { toldAt: at(toldAt) })).toBe(answered < version)
      }),
    )
  })
})
