import { keysOf } from '../kernel/keys-of.ts'

/** The four domains of problems whose combination the inquiries found: in a parent (B), the child (A) or another of the household (C). */
export const domainNames = [
  'substance-misuse',
  'domestic-abuse',
  'mental-health',
  'learning-disability',
] as const
export type Domain = (typeof domainNames)[number]

type Row = {
  readonly label: string
  readonly domain: Domain | null
  /** Neglect, or a problem of the parent: a child of ten to fifteen is then watched (F10). */
  readonly isWatchedInAdolescence: boolean
  /** Whether a child who saw, heard or lived through it is a victim too: if the subject is a relative, or always. */
  readonly childIsVictim: 'always' | 'if-related' | 'never'
  /** It cannot be combined with another factor (CIN rule 8869). */
  readonly standsAlone: boolean
}

const plain = {
  domain: null,
  isWatchedInAdolescence: false,
  childIsVictim: 'never',
  standsAlone: false,
} as const

/** Parental factors are the codes that end in B, as the decision table says: 8B, 18B and 19B too. */
const ofParent = { ...plain, isWatchedInAdolescence: true } as const

/**
 * Factors of the children in need census that a concern may name, with the hub's four domains of parental problems.
 * A = the child, B = the parent or carer, C = another person in the household. 18A and 19A are withdrawn.
 * @see DfE, Children in need census: factors identified at the end of assessment
 */
export const factors = {
  '1A': { ...plain, label: 'Alcohol misuse: child', domain: 'substance-misuse' },
  '1B': { ...ofParent, label: 'Alcohol misuse: parent or carer', domain: 'substance-misuse' },
  '1C': {
    ...plain,
    label: 'Alcohol misuse: another person in the household',
    domain: 'substance-misuse',
  },
  '2A': { ...plain, label: 'Drug misuse: child', domain: 'substance-misuse' },
  '2B': { ...ofParent, label: 'Drug misuse: parent or carer', domain: 'substance-misuse' },
  '2C': {
    ...plain,
    label: 'Drug misuse: another person in the household',
    domain: 'substance-misuse',
  },
  '3A': { ...plain, label: 'Subject of domestic abuse: child', domain: 'domestic-abuse' },
  '3B': {
    ...ofParent,
    label: 'Subject of domestic abuse: parent or carer',
    domain: 'domestic-abuse',
    childIsVictim: 'always',
  },
  '3C': {
    ...plain,
    label: 'Subject of domestic abuse: another person in the household',
    domain: 'domestic-abuse',
    childIsVictim: 'if-related',
  },
  '4A': { ...plain, label: 'Mental health: child', domain: 'mental-health' },
  '4B': { ...ofParent, label: 'Mental health: parent or carer', domain: 'mental-health' },
  '4C': {
    ...plain,
    label: 'Mental health: another person in the household',
    domain: 'mental-health',
  },
  '5A': { ...plain, label: 'Learning disability: child', domain: 'learning-disability' },
  '5B': {
    ...ofParent,
    label: 'Learning disability: parent or carer',
    domain: 'learning-disability',
  },
  '5C': {
    ...plain,
    label: 'Learning disability: another person in the household',
    domain: 'learning-disability',
  },
  '6A': { ...plain, label: 'Physical disability or illness: child' },
  '6B': { ...ofParent, label: 'Physical disability or illness: parent or carer' },
  '6C': { ...plain, label: 'Physical disability or illness: another person in the household' },
  '7A': { ...plain, label: 'Young carer' },
  '8B': { ...ofParent, label: 'Privately fostered: overseas children with carers' },
  '8C': { ...plain, label: 'Privately fostered: overseas children for education' },
  '8D': { ...plain, label: 'Privately fostered: language school' },
  '8E': { ...plain, label: 'Privately fostered: carer other than relative, other reason' },
  '8F': { ...plain, label: 'Privately fostered: other' },
  '9A': { ...plain, label: 'Unaccompanied asylum-seeking child' },
  '10A': { ...plain, label: 'Going missing' },
  '11A': { ...plain, label: 'Child sexual exploitation' },
  '12A': { ...plain, label: 'Trafficking' },
  '13A': { ...plain, label: 'Gangs' },
  '14A': { ...plain, label: 'Socially unacceptable behaviour' },
  '15A': { ...plain, label: 'Self-harm' },
  '16A': { ...plain, label: 'Abuse or neglect: neglect', isWatchedInAdolescence: true },
  '17A': { ...plain, label: 'Abuse or neglect: emotional abuse' },
  '18B': { ...ofParent, label: 'Physical abuse: child on child' },
  '18C': { ...plain, label: 'Physical abuse: adult on child' },
  '19B': { ...ofParent, label: 'Sexual abuse: child on child' },
  '19C': { ...plain, label: 'Sexual abuse: adult on child' },
  '20': { ...plain, label: 'Other' },
  '21': { ...plain, label: 'No factors identified', standsAlone: true },
  '22A': { ...plain, label: 'Female genital mutilation' },
  '23A': { ...plain, label: 'Abuse linked to faith or belief' },
  '24A': { ...plain, label: 'Child criminal exploitation' },
} as const satisfies Record<string, Row>
export type Factor = keyof typeof factors

export const factorCodes = keysOf(factors)

/** The hub's domains that a list of factors touches. */
export const domainsOf = (list: readonly Factor[]): Domain[] =>
  domainNames.filter((domain) => list.some((factor) => factors[factor].domain === domain))

/** Whether a child of ten to fifteen is watched where one of these is named (F10). */
export const areWatchedInAdolescence = (list: readonly Factor[]): boolean =>
  list.some((factor) => factors[factor].isWatchedInAdolescence)
