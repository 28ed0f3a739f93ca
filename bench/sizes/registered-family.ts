import { factsOf } from '../../cli/evaluate/read-people.ts'
import { childIdSchema } from '../../shared/kernel/ids.ts'
import { childSchema } from '../../shared/register/child.ts'
import { planChild, toldOf } from '../../shared/register/plan-change.ts'
import { nowhere, type RecordChange } from '../../shared/register/register-change.ts'
import { hashKeys } from './assess-deps.ts'
import { adultIdAt } from './register-ids.ts'
import { rowAt } from './stored-rows.ts'

const recordedAt = new Date('2026-01-05T09:00:00Z')

/** Whoever stands at a place of the register, recorded with one child: the records as the hub would write them. */
export const registeredFamilyAt = async (
  seed: number,
  place: number,
): Promise<readonly RecordChange[]> => {
  const { otherIdentifiers: _numbers, sex = 'U', ...person } = factsOf(rowAt(seed, place))
  const adultId = adultIdAt(place)
  const [authority = '', id = ''] = adultId.split('.')
  const child = childSchema.parse({
    authority,
    name: { given: 'Kit', family: person.names[0]?.family },
    dateOfBirth: '2020-03-14',
    sex: 'U',
    status: { code: 'EARLY_HELP', from: '2025-10-01' },
    addresses: person.addresses,
    adults: [
      {
        ...person,
        id,
        sex,
        relationship: sex === 'M' ? 'FATHER' : 'MOTHER',
        livesWithChild: 'YES',
      },
    ],
  })
  const childId = childIdSchema.parse(adultId.replace('.A', '.C'))
  const told = toldOf({ childId, child, adultIds: [adultId] }, undefined)
  const before = { child: nowhere, adults: new Map() }
  const { records } = await planChild({ before, ...told, now: recordedAt }, hashKeys)
  return records
}
