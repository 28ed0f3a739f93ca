import { storyMother } from './seed/planted-families.ts'
import type { ConcernInput } from './seed/seed-types.ts'

/** The story's concern: a mother Westmarch knows, as a drug service knows her; asked for consent, and refused. */
export const knownFamilyConcern = (today: Date): ConcernInput => ({
  ...sharedPart(today),
  subject: {
    names: storyMother.names.slice(0, 1),
    ...(storyMother.dateOfBirth !== undefined && { dateOfBirth: storyMother.dateOfBirth }),
    sex: 'F',
    addresses: (storyMother.addresses ?? []).slice(0, 1),
    phones: storyMother.phones ?? [],
    relationshipToChild: 'MOTHER',
    contactLevel: 'RESIDENT',
    parentalResponsibility: 'YES',
  },
})

/** The same concern about somebody no register holds. */
export const unknownFamilyConcern = (today: Date): ConcernInput => ({
  ...sharedPart(today),
  subject: {
    names: [{ given: 'Hesper', family: 'Vantongeren' }],
    dateOfBirth: '1987-09-30',
    sex: 'F',
    addresses: [{ houseNumber: '3', street: 'Nowhere Yard', town: 'Westmarch', postcode: 'WM9 9ZY' }],
    relationshipToChild: 'MOTHER',
    contactLevel: 'RESIDENT',
    parentalResponsibility: 'YES',
  },
})

const sharedPart = (today: Date): Omit<ConcernInput, 'subject'> => ({
  purpose: 'safeguarding',
  harmLevel: 'H3',
  children: [],
  whyChildrenUnknown: 'She says that she has children and would not name them.',
  authority: 'E06000991',
  factors: ['2B'],
  flags: [],
  incidentDate: today.toISOString().slice(0, 10),
  reason: 'Found unrousable after heroin use this morning; says she looks after young children alone.',
  narrative: [
    { kind: 'FACT', text: 'Attended at 9:10, hard to rouse, pinpoint pupils. Naloxone given by the clinic nurse.' },
    { kind: 'REPORTED', text: 'She says a neighbour is with the children today.' },
    { kind: 'OPINION', text: 'I do not think that she can care for a young child tonight.' },
  ],
  consent: { status: 'REFUSED', parentAware: 'YES', parentView: 'Afraid that the children will be taken.', decidedOn: today.toISOString().slice(0, 10) },
  phoneCallMade: { made: true, at: today.toISOString() },
  referrer: {
    name: 'Ines Marlowe',
    role: 'Recovery worker',
    secureEmail: 'ines.marlowe@turning-tide.example.org',
    phone: '01632 960123',
    outOfHours: 'Duty line 01632 960124',
  },
})
