/** Days before the one that is looked at, to which what somebody did is held. */
export const daysBefore = 28

type WatchRule = {
  /** What was done, as whoever reads the report is told it. */
  readonly says: string
  /** What is counted. */
  readonly counts: string
  /** From how many on it is a finding. */
  readonly atLeast: number
  /** From how many on where all that one system did is counted together, whatever work ids it named. */
  readonly ofSystem?: number
}

/**
 * What is looked for in a day's entries, in the order in which it is listed. Each is of ids and times alone. A look-up at a
 * child of whom the authority was sent an alert is work, and counts under none of them.
 */
export const watchRules = {
  BURST: {
    says: 'Looked up many different children, or tried to, within one minute',
    counts:
      'chronologies of different children and previews, and refused tries, within sixty seconds',
    atLeast: 20,
    ofSystem: 60,
  },
  REPEATED_MISSES: {
    says: 'Asked again and again for what is not there or not theirs',
    counts: 'refused tries',
    atLeast: 10,
    ofSystem: 50,
  },
  UNUSUAL_VOLUME: {
    says: `Looked up many on one day, and three times as many as on half of their days in the ${daysBefore} before`,
    counts:
      'different children and adults looked up, previews, lists, searches, questions to the audit log',
    atLeast: 40,
  },
  OUT_OF_HOURS: {
    says: `Looked somebody up by night or on a day without work, who did so on fewer than three of the ${daysBefore} days before`,
    counts:
      'the same, before seven and from eight in the evening in London, at weekends and on bank holidays',
    atLeast: 3,
  },
  WITHOUT_ALERT: {
    says: `Read chronologies of children of whom their authority was sent no alert in ${daysBefore} days`,
    counts: 'different children',
    atLeast: 8,
  },
  NOBODY_ACTED: {
    says: 'Opened alerts of which nobody has done anything by the next morning',
    counts: 'different alerts',
    atLeast: 3,
  },
  EMERGENCY_ACCESS: {
    says: 'Used emergency access, asked for it, or had a part in it',
    counts: 'entries of emergency access',
    atLeast: 1,
  },
  RESTRICTION_LIFTED: {
    says: 'Lifted a restriction of a record',
    counts: 'records',
    atLeast: 1,
  },
  OVER_QUOTA: {
    says: 'Did more than one client may in a day',
    counts: 'refused calls',
    atLeast: 1,
  },
  RECORDED_ELSEWHERE: {
    says: 'Adults of the register were found to be recorded by another authority, too',
    counts: 'adults',
    atLeast: 1,
  },
  LEFT_UNTICKED: {
    says: 'Findings of a week ago at which nobody has looked',
    counts: 'findings',
    atLeast: 1,
  },
} as const satisfies Readonly<Record<string, WatchRule>>

export type WatchRuleId = keyof typeof watchRules

/** In the order of the table. */
export const watchRuleIds = [
  'BURST',
  'REPEATED_MISSES',
  'UNUSUAL_VOLUME',
  'OUT_OF_HOURS',
  'WITHOUT_ALERT',
  'NOBODY_ACTED',
  'EMERGENCY_ACCESS',
  'RESTRICTION_LIFTED',
  'OVER_QUOTA',
  'RECORDED_ELSEWHERE',
  'LEFT_UNTICKED',
] as const satisfies readonly WatchRuleId[]

/** On fewer of the days before, it is not usual for this person to work by night. */
export const usualNights = 3

/** So many times the usual number is unusual. */
export const timesUsual = 3

/** The rules as docs/auditing.md has them. */
export const watchRulesTable = (): string =>
  [
    '| Rule | What was done | Counted | From |',
    '| --- | --- | --- | --- |',
    ...watchRuleIds.map((id) => {
      const { says, counts, atLeast, ofSystem }: WatchRule = watchRules[id]
      const from = ofSystem === undefined ? `${atLeast}` : `${atLeast}; of one system ${ofSystem}`
      return `| \`${id}\` | ${says} | ${counts} | ${from} |`
    }),
  ].join('\n')
