import { atOnce, type DecidingRule, otherwise } from '../rule.ts'

/**
 * A person settles who is meant before anything about a register child is said. Read late, so identity is looked into
 * only where the answer could lead to a disclosure; at significant harm the authority hears at once, without identity.
 */
export const identityUncertain: DecidingRule = {
  kind: 'decides',
  id: 'R8',
  when: 'match POSSIBLE or MANY',
  also: 'of who is meant',
  cites: ['DfE, Information sharing advice 2024, rule 6: accurate', 'UK GDPR art. 5(1)(d)'],
  mustRecord: 'candidate ids, scores',
  asks: 'identity',
  applies: ({ facts }) => facts.match === 'POSSIBLE' || facts.match === 'MANY',
  cells: [
    {
      where: 'H3',
      holds: ({ harm }) => harm === 'H3',
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 0,
      onTimeout: 'SHARE',
      alertsUnmatched: true,
    },
    {
      where: 'H1–H2',
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'HOLD',
    },
  ],
}

/** Waits for the child to be registered, born, renamed or moved (F11), until expiry. */
export const nobodyFound: DecidingRule = {
  kind: 'decides',
  id: 'R8b',
  when: 'match NONE at H1',
  cites: ['F11, late match'],
  mustRecord: 'search criteria, attempts',
  applies: ({ facts, harm }) => facts.match === 'NONE' && harm === 'H1',
  cells: [atOnce('HOLD')],
}
