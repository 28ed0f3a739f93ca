import { present } from '../kernel/present.ts'
import type { PersonName } from '../people/person.ts'
import type { Child } from './child.ts'
import { withStatus } from './child-status.ts'
import { fullerDate, fullerSex, keepAddresses, keepAll, nameKey, textKey } from './keep-all.ts'
import type { RegisteredChild } from './stored.ts'
import { withAgreements } from './written-agreement.ts'

const namesOf = (
  { name, alsoKnownAs }: Pick<Child, 'name' | 'alsoKnownAs'>,
  known: RegisteredChild | undefined,
): Pick<RegisteredChild, 'name' | 'alsoKnownAs'> => {
  const before: readonly PersonName[] =
    known === undefined
      ? []
      : [...(known.name === undefined ? [] : [known.name]), ...known.alsoKnownAs]
  const current = name ?? known?.name
  const all = keepAll(
    [...(current === undefined ? [] : [current]), ...alsoKnownAs],
    before,
    nameKey,
  )
  return { ...present({ name: current }), alsoKnownAs: current === undefined ? all : all.slice(1) }
}

/** A birth takes the place of the day expected; a day expected never takes the place of a birth. */
const birthOf = (
  told: Child,
  known: RegisteredChild | undefined,
): Pick<RegisteredChild, 'dateOfBirth' | 'expectedDateOfDelivery'> => {
  const dateOfBirth = fullerDate(told.dateOfBirth, known?.dateOfBirth)
  return dateOfBirth === undefined
    ? present({ expectedDateOfDelivery: told.expectedDateOfDelivery })
    : { dateOfBirth }
}

const numbersOf = (
  { nhsNumber }: Child,
  known: RegisteredChild | undefined,
): Pick<RegisteredChild, 'nhsNumber' | 'formerNhsNumbers'> => {
  const before =
    known === undefined
      ? []
      : [...(known.nhsNumber === undefined ? [] : [known.nhsNumber]), ...known.formerNhsNumbers]
  const [current, ...former] = keepAll(nhsNumber === undefined ? [] : [nhsNumber], before, textKey)
  return { ...present({ nhsNumber: current }), formerNhsNumbers: former }
}

const restrictionsOf = (
  { restricted, status, earlierStatuses }: Child,
  known: RegisteredChild['restricted'] | undefined,
): RegisteredChild['restricted'] => ({
  address: known?.address === true || restricted?.address === true,
  adopted:
    known?.adopted === true ||
    restricted?.adopted === true ||
    [status, ...earlierStatuses].some(({ code }) => code === 'ADOPTED'),
  sensitiveService: known?.sensitiveService === true || restricted?.sensitiveService === true,
})

/** A child as now told, with all that was told before: see {@link mergeAdult}, which does the same for an adult. */
export const mergeChild = (told: Child, known?: RegisteredChild): RegisteredChild => {
  const { status, earlierStatuses } = withStatus(known, told)
  return {
    authority: told.authority,
    ...namesOf(told, known),
    ...birthOf(told, known),
    sex: fullerSex(told.sex, known?.sex) ?? 'U',
    ...numbersOf(told, known),
    status,
    earlierStatuses: [...earlierStatuses],
    restricted: restrictionsOf(told, known?.restricted),
    addresses: keepAddresses(told.addresses, known?.addresses ?? []),
    writtenAgreements: withAgreements(told.writtenAgreements, known?.writtenAgreements ?? []),
    ...present({
      uniquePupilNumber: told.uniquePupilNumber ?? known?.uniquePupilNumber,
      allocatedTeam: told.allocatedTeam ?? known?.allocatedTeam,
      allocatedTeamContact: told.allocatedTeamContact ?? known?.allocatedTeamContact,
      school: told.school ?? known?.school,
      gp: told.gp ?? known?.gp,
    }),
  }
}
