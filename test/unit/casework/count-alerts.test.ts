import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { countAlerts } from '../../../shared/casework/count-alerts.ts'
import { auditor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

describe('counting alerts', () => {
  const counting = async (from: string, to: string, caller = westmarch) => {
    const { recording, port, done, said } = aTrace()
    const asked: [string, string][] = []
    const counted = port('counted', (authority: string, month: string) => {
      asked.push([authority, month])
      return [{ agencyName: `Agency of ${month}` }]
    })
    const items = await countAlerts({ by: byOf(caller), from, to }, { ...recording, counted })
    return { items, asked, done, said }
  }

  it('asks for each month of the caller’s authority and gives them in their order', async () => {
    const { items, asked } = await counting('2026-10', '2026-11')
    expect(asked).toEqual([
      [westmarchCode, '2026-10'],
      [westmarchCode, '2026-11'],
    ])
    expect(items.map(({ month, agencyName, raised }) => [month, agencyName, raised])).toEqual([
      ['2026-10', 'Agency of 2026-10', 1],
      ['2026-11', 'Agency of 2026-11', 1],
    ])
  })

  it('is of no authority for a caller who has none', async () => {
    const { asked } = await counting('2026-11', '2026-11', auditor)
    expect(asked).toEqual([['', '2026-11']])
  })

  it('is recorded with the months asked for', async () => {
    const { said, done } = await counting('2026-10', '2026-11')
    expect(done).toEqual(['counted', 'counted', 'record'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERTS_COUNTED', {
        subjects: ['westmarch-case-system'],
        codes: { from: '2026-10', to: '2026-11' },
      }),
    ])
  })
})
