import { present } from '../kernel/present.ts'
import { emailSchema, type PersonName } from '../people/person.ts'
import { type Fact, type Origin, type PersonField, protectingFields, type Told } from './fact.ts'
import type { Noting } from './noting.ts'
import { isNamePlaceholder, isYes, moreProtecting, nhsNumberOf, sexOf } from './values.ts'

export type PersonFact = Extract<Fact, { of: 'person' }>
export type ToldPerson = { readonly told: Told<PersonField>; readonly origin: Origin }

const longestName = 100

const namePart = (text: string | undefined, { note }: Noting, origin: Origin) => {
  if (text === undefined) return undefined
  if (isNamePlaceholder(text)) {
    note('NAME_PLACEHOLDER', origin)
    return undefined
  }
  if (text.length > longestName) note('NAME_TOO_LONG', origin)
  if (/\d/.test(text)) note('NAME_NOT_LETTERS', origin)
  return text
}

/** The name and the other one, where there are. */
export const namesOf = ({ told, origin }: ToldPerson, noting: Noting): PersonName[] => {
  const given = namePart(told.given, noting, origin)
  const family = namePart(told.family, noting, origin)
  const otherGiven = namePart(told.otherGiven, noting, origin)
  const otherFamily = namePart(told.otherFamily, noting, origin)
  const hasOther = otherGiven !== undefined || otherFamily !== undefined
  const all = [
    present({ given, family }),
    ...(hasOther ? [present({ given: otherGiven ?? given, family: otherFamily ?? family })] : []),
  ]
  return all.filter((name) => Object.keys(name).length > 0)
}

export const numberOf = ({ told, origin }: ToldPerson, { note }: Noting): string | undefined => {
  if (told.nhsNumber === undefined) return undefined
  const read = nhsNumberOf(told.nhsNumber)
  if (read === 'wrong') note('NHS_NUMBER_WRONG', origin)
  if (read === 'placeholder') note('NHS_NUMBER_PLACEHOLDER', origin)
  return read === 'wrong' || read === 'placeholder' ? undefined : read
}

export const sexIn = ({ told, origin }: ToldPerson, { note }: Noting): 'M' | 'F' | 'U' => {
  if (told.sex === undefined) return 'U'
  const sex = sexOf(told.sex)
  if (sex === undefined) note('SEX_UNREADABLE', origin)
  return sex ?? 'U'
}

/** Whether they are restricted: what cannot be read protects. */
export const restrictedIn = (
  { told, origin }: ToldPerson,
  field: 'restricted' | 'sensitive',
  { note }: Noting,
): boolean | undefined => {
  const text = told[field]
  if (text === undefined) return undefined
  const read = isYes(text)
  if (read === undefined) note('RESTRICTED_UNREADABLE', origin)
  return read ?? true
}

export const phonesOf = ({ told, origin }: ToldPerson, { note }: Noting): string[] => {
  if (told.phone === undefined) return []
  const isOne = told.phone.length <= 20 && /\d/.test(told.phone)
  if (!isOne) note('TELEPHONE_WRONG', origin)
  return isOne ? [told.phone] : []
}

export const emailsOf = ({ told, origin }: ToldPerson, { note }: Noting): string[] => {
  if (told.email === undefined) return []
  const isOne = emailSchema.safeParse(told.email).success
  if (!isOne) note('EMAIL_WRONG', origin)
  return isOne ? [told.email] : []
}

const textOf = ({ told, origin }: PersonFact): string =>
  `${origin.file} ${JSON.stringify(Object.entries(told).toSorted())}`

/** Whether two rows of one file say different things in one column; rows of several files complete one another. */
const contradicts = (one: PersonFact, other: PersonFact): boolean =>
  one.origin.file === other.origin.file &&
  Object.entries(other.told).some(([field, text]) => {
    const was = Object.entries(one.told).find(([name]) => name === field)?.[1]
    return was !== undefined && text !== undefined && was !== text
  })

/** What both rows say, and of the two who protects. */
const bothTold = (first: Told<PersonField>, second: Told<PersonField>): Told<PersonField> => {
  const protecting = protectingFields.map((field) => {
    const said = [first[field], second[field]].filter((text) => text !== undefined)
    return [field, said.length === 0 ? undefined : said.reduce(moreProtecting)]
  })
  return { ...second, ...present(first), ...present(Object.fromEntries(protecting)) }
}

/** One person of all rows that tell of them, whatever the order of these. */
export const toldOf = (
  facts: readonly PersonFact[],
  noting: Pick<Noting, 'note'>,
  differs: 'PERSON_TWICE' | 'ADULT_TOLD_DIFFERENTLY',
): ToldPerson | undefined => {
  const [first, ...more] = facts.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1))
  if (first === undefined) return undefined
  let told: Told<PersonField> = first.told
  const before = [first]
  for (const fact of more) {
    const isSame = before.some((one) => textOf(one) === textOf(fact))
    if (before.some((one) => contradicts(one, fact))) noting.note(differs, fact.origin)
    else if (isSame && fact.role !== 'adult') noting.note('PERSON_REPEATED', fact.origin)
    // A row that a join has multiplied is looked at once.
    if (isSame) continue
    before.push(fact)
    told = bothTold(told, fact.told)
  }
  return { told, origin: first.origin }
}
