import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { countedAlertOf } from '../../../shared/alerts/counted-alert.ts'
import { monthsFrom } from '../../../shared/alerts/volume.ts'
import { countAlerts } from '../../../shared/casework/count-alerts.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { auditor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

describe('counting alerts', () => {
  const counting = async (from: string, to: string, caller = westmarch) => {
    const { recording, port, done, said } = aTrace()
    const asked: [string, string][] = []
    const counted = port('counted', (authority: string, month: string) => {
      asked.push([authority, month])
      const alert = anAlert({
        agencyName: `Agency of ${month}`,
        raisedAt: `${month}-02T10:00:00.000Z`,
      })
      return [{ raisedAt: alert.raisedAt, ...countedAlertOf(alert) }]
    })
    const questions = port('questions', () => [])
    const deps = { ...recording, counted, questions }
    const { items } = await countAlerts({ by: byOf(caller), from, to }, deps)
    return { items, asked, done, said }
  }

  it('asks for each month of the caller’s authority and gives them in their order', async () => {
    const { items, asked } = await counting('2026-10', '2026-11')
    expect(asked.slice(0, 2)).toEqual([
      [westmarchCode, '2026-10'],
      [westmarchCode, '2026-11'],
    ])
    expect(items.map(({ month, agencyName, raised }) => [month, agencyName, raised])).toEqual([
      ['2026-10', 'Agency of 2026-10', 1],
      ['2026-11', 'Agency of 2026-11', 1],
    ])
  })

  it('looks back a year for what an alert repeats, and counts nothing of that', async () => {
    const { items, asked } = await counting('2026-11', '2026-11')
    expect(asked.map(([, month]) => month)).toEqual([
      '2026-11',
      ...monthsFrom('2025-11', '2026-10'),
    ])
    expect(items).toHaveLength(1)
  })

  it('is of no authority for a caller who has none', async () => {
    const { asked } = await counting('2026-11', '2026-11', auditor)
    expect(new Set(asked.map(([authority]) => authority))).toEqual(new Set(['']))
  })

  it('is recorded with the months asked for', async () => {
    const { said, done } = await counting('2026-10', '2026-11')
    expect(done.filter((port) => port === 'questions')).toHaveLength(2)
    expect(done.at(-1)).toBe('record')
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERTS_COUNTED', {
        subjects: ['westmarch-case-system'],
        codes: { from: '2026-10', to: '2026-11' },
      }),
    ])
  })
})
