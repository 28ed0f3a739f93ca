import { keysOf } from '../kernel/keys-of.ts'

/**
 * Factors of the children in need census that a concern may name, with the hub's four domains of parental problems.
 * A = the child, B = the parent or carer, C = another person in the household. 18A and 19A are withdrawn.
 * @see DfE, Children in need census: factors identified at the end of assessment
 */
export const factors = {
  '1A': 'Alcohol misuse: child',
  '1B': 'Alcohol misuse: parent or carer',
  '1C': 'Alcohol misuse: another person in the household',
  '2A': 'Drug misuse: child',
  '2B': 'Drug misuse: parent or carer',
  '2C': 'Drug misuse: another person in the household',
  '3A': 'Subject of domestic abuse: child',
  '3B': 'Subject of domestic abuse: parent or carer',
  '3C': 'Subject of domestic abuse: another person in the household',
  '4A': 'Mental health: child',
  '4B': 'Mental health: parent or carer',
  '4C': 'Mental health: another person in the household',
  '5A': 'Learning disability: child',
  '5B': 'Learning disability: parent or carer',
  '5C': 'Learning disability: another person in the household',
  '6A': 'Physical disability or illness: child',
  '6B': 'Physical disability or illness: parent or carer',
  '6C': 'Physical disability or illness: another person in the household',
  '7A': 'Young carer',
  '8B': 'Privately fostered: overseas children with carers',
  '8C': 'Privately fostered: overseas children for education',
  '8D': 'Privately fostered: language school',
  '8E': 'Privately fostered: carer other than relative, other reason',
  '8F': 'Privately fostered: other',
  '9A': 'Unaccompanied asylum-seeking child',
  '10A': 'Going missing',
  '11A': 'Child sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Abuse or neglect: neglect',
  '17A': 'Abuse or neglect: emotional abuse',
  '18B': 'Physical abuse: child on child',
  '18C': 'Physical abuse: adult on child',
  '19B': 'Sexual abuse: child on child',
  '19C': 'Sexual abuse: adult on child',
  '20': 'Other',
  '21': 'No factors identified',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '24A': 'Child criminal exploitation',
} as const
export type Factor = keyof typeof factors

export const factorCodes = keysOf(factors)

/** The four domains of parental problems whose combination the inquiries found, by factor. */
export const domains = {
  'substance-misuse': ['1B', '2B'],
  'domestic-abuse': ['3A', '3B', '3C'],
  'mental-health': ['4B'],
  'learning-disability': ['5B'],
} as const satisfies Record<string, readonly Factor[]>
export type Domain = keyof typeof domains

/** Parental factors are those of the parent or carer: the codes that end in B. */
export const isParental = (factor: Factor): boolean => factor.endsWith('B')

export const domainNames = keysOf(domains)

/** The hub's domains that a list of factors touches. */
export const domainsOf = (factors: readonly string[]): Domain[] =>
  domainNames.filter((domain) => domains[domain].some((factor) => factors.includes(factor)))
