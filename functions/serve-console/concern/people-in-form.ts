import { type Answers, type Draft, dayIn } from './draft.ts'

const nameOf = ({ given: first, family }: Answers) => ({ given: first, family })

/** `Tracy Cobbold` as it is told: whoever has one name only is known by that. */
const spoken = (name = '') => {
  const words = name.split(/\s+/)
  return words.length > 1
    ? { given: words.slice(0, -1).join(' '), family: words.at(-1) }
    : { family: name }
}

const otherNames = ({ alsoKnownAs = '' }: Answers) =>
  alsoKnownAs.split(',').map((name) => spoken(name.trim()))

const homeOf = ({ houseNumber, street, town, postcode }: Answers) => ({
  houseNumber,
  street,
  town,
  postcode,
})

const nhsNumberOf = ({ nhsNumber }: Answers) => nhsNumber?.replaceAll(/\s/g, '')

/** A number where it is one; else as it was written. */
export const numberIn = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : text

/** What identifies an adult, whichever of them it is. */
const personOf = (answers: Answers) => ({
  names: [nameOf(answers), ...otherNames(answers)],
  dateOfBirth: dayIn(answers, 'dateOfBirth'),
  sex: answers['adultSex'],
  phones: [answers['phone']],
  emails: [answers['email']],
  nhsNumbers: [nhsNumberOf(answers)],
  addresses: [homeOf(answers)],
  parentalResponsibility: answers['parentalResponsibility'],
})

export const subjectOf = (answers: Answers) => ({
  ...personOf(answers),
  relationshipToChild: answers['relationshipToChild'],
  contactLevel: answers['contactLevel'],
  pregnancy: {
    expectedDateOfDelivery: dayIn(answers, 'expectedDate'),
    hospital: answers['hospital'],
    midwife: answers['midwife'],
  },
  role: answers['subjectRole'],
})

export const otherAdultOf = (answers: Answers) => ({
  ...personOf(answers),
  relationshipToSubject: answers['toSubject'],
  relationshipToChild: answers['toChild'],
  contactLevel: answers['contact'],
  role: answers['role'],
})

const relationshipsOf = (answers: Answers, { adults }: Draft) =>
  ['subject', ...adults.map((_, at) => `otherAdults/${at}`)].flatMap((adult) => {
    const relationship = answers[`is-${adult}`]
    const livesWithChild = answers[`lives-${adult}`]
    const isSaid = (relationship ?? '') !== '' || (livesWithChild ?? '') !== ''
    return isSaid ? [{ adult, relationship, livesWithChild }] : []
  })

export const childOf = (answers: Answers, draft: Draft) => ({
  name: nameOf(answers),
  alsoKnownAs: otherNames(answers),
  dateOfBirth: dayIn(answers, 'dateOfBirth'),
  expectedDateOfDelivery: dayIn(answers, 'expectedDate'),
  ageYears: numberIn(answers['ageYears']),
  sex: answers['sex'],
  nhsNumber: nhsNumberOf(answers),
  address: homeOf(answers),
  locationNow: answers['locationNow'],
  school: answers['school'],
  gp: answers['gp'],
  disability: answers['disability'],
  firstLanguage: answers['firstLanguage'],
  relationships: relationshipsOf(answers, draft),
})
