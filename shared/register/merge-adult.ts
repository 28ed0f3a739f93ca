import { present } from '../kernel/present.ts'
import type { ToldAdult } from './adult.ts'
import { fullerDate, fullerSex, keepAddresses, keepAll, nameKey, textKey } from './keep-all.ts'
import type { RegisteredPerson, StoredAdult } from './stored.ts'

export type AdultFacts = Pick<StoredAdult, 'person' | 'previousRemoval' | 'restricted'>

const nobody: AdultFacts = {
  person: { names: [], addresses: [], nhsNumbers: [], phones: [], emails: [] },
  previousRemoval: false,
  restricted: { address: false },
}

const mergePerson = (told: ToldAdult, known: RegisteredPerson): RegisteredPerson => ({
  names: keepAll(told.names, known.names, nameKey),
  ...present({
    dateOfBirth: fullerDate(told.dateOfBirth, known.dateOfBirth),
    sex: fullerSex(told.sex, known.sex),
  }),
  addresses: keepAddresses(told.addresses, known.addresses),
  nhsNumbers: keepAll(told.nhsNumbers, known.nhsNumbers, textKey),
  phones: keepAll(told.phones, known.phones, textKey),
  emails: keepAll(told.emails, known.emails, textKey),
})

/** An adult as now told, with all that was told before: recording adds, and only a correction or a lifting takes away. */
export const mergeAdult = (told: ToldAdult, known: AdultFacts = nobody): AdultFacts => ({
  person: mergePerson(told, known.person),
  previousRemoval: known.previousRemoval || told.previousRemoval === true,
  restricted: { address: known.restricted.address || told.restricted?.address === true },
})
