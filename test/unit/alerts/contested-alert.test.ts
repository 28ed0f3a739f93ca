import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { contestedAlertOf } from '../../../shared/alerts/contested-alert.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { alertRow } from '../../../shared/aws/dynamodb/alert-rows.ts'
import { listContestedIn } from '../../../shared/aws/dynamodb/contested-alerts.ts'
import { tables } from '../../../shared/aws/dynamodb/tables.ts'
import { aContestedAlert, anAlert } from '../../builders/an-alert.ts'

const at = '2026-11-25T09:00:00.000Z'
const silent = (level: 'manager' | 'head' | 'partnership', change: Partial<Alert> = {}): Alert =>
  anAlert({ silences: [{ level, reason: 'Nobody has rung.', at }], ...change })
const answered: Pick<Alert, 'feedback' | 'outcome'> = {
  feedback: { by: 'westmarch', at, lines: [] },
  outcome: { code: 'ADVICE_GIVEN', by: 'westmarch', at },
}

describe('what has reached the partnership', () => {
  it.each([
    ['an answer', aContestedAlert(1, 'partnership'), true],
    ['not an answer that a head has still', aContestedAlert(1, 'head'), false],
    ['silence', silent('partnership'), true],
    [
      'silence of who has it and has not decided',
      silent('partnership', { state: 'ACKNOWLEDGED' }),
      true,
    ],
    ['not silence of which a head was told', silent('head'), false],
    [
      'not silence that was ended by an answer',
      silent('partnership', { state: 'FED_BACK', ...answered }),
      false,
    ],
    ['not what nobody contests', anAlert(), false],
  ])('is %s', (_what, alert, isThere) => {
    expect(contestedAlertOf(alert) !== undefined).toBe(isThere)
  })

  it('says which it is, and since when', () => {
    expect(contestedAlertOf(silent('partnership'))).toMatchObject({
      contestedAt: at,
      isSilence: true,
    })
    expect(contestedAlertOf(aContestedAlert(1, 'partnership'))).not.toHaveProperty('isSilence')
  })

  it('is an answer where silence was contested before it', () => {
    const alert = { ...aContestedAlert(1, 'manager'), silences: silent('partnership').silences }
    expect(contestedAlertOf(alert)).toBeUndefined()
  })

  it('is listed as long as nobody has answered, and no longer', async () => {
    const store = createInMemoryStore({ casework: tables.casework })
    const list = async () =>
      (await listContestedIn(store, 'casework')([silent('head').authority])).map(
        ({ isSilence }) => isSilence,
      )
    await store.transact([put('casework', alertRow(silent('partnership')))])
    expect(await list()).toEqual([true])
    const ended = silent('partnership', { state: 'FED_BACK', ...answered })
    await store.transact([put('casework', alertRow(ended))])
    expect(await list()).toEqual([])
  })
})
