// Cases that may not be put aside unseen.
import { adolescence, infancyEnds, isUnderTwo } from '../codes/ages.ts'
import { concernFlagNames, concernFlags } from '../codes/concern-flags.ts'
import { areWatchedInAdolescence, factorCodes } from '../codes/factors.ts'
import type { Facts } from './facts.ts'

type Reason = { readonly when: string; readonly holds: (facts: Facts) => boolean }

const watchedFlags = concernFlagNames.filter((flag) => concernFlags[flag].isWatched)
const watchedFactors = factorCodes.filter((factor) => areWatchedInAdolescence([factor]))

/** One is enough. The words are printed with the decision table. */
export const reasonsToWatch: readonly Reason[] = [
  {
    when: `the youngest child is under ${infancyEnds} months, or unborn (F8)`,
    holds: ({ youngestMonths }) => youngestMonths !== null && isUnderTwo(youngestMonths),
  },
  { when: 'a combination (F3)', holds: ({ combination }) => combination },
  { when: 'three notices in three months (F3)', holds: ({ threeInThree }) => threeInThree },
  {
    when: 'a previous removal of a child of any adult of the household (F5)',
    holds: ({ knownRemoval }) => knownRemoval,
  },
  {
    when: 'a family closed within twelve months (F14), or under a written agreement (F19)',
    holds: ({ underWatch }) => underWatch,
  },
  {
    when: 'high risk of domestic abuse: MARAC, DASH of 14 and more, or professional judgement',
    holds: ({ highRisk }) => highRisk,
  },
  {
    when: `flag ${watchedFlags.join(' or ')}`,
    holds: ({ flags }) => flags.some((flag) => concernFlags[flag].isWatched),
  },
  { when: 'a joined child who is IN_NEED', holds: ({ openStatus }) => openStatus === 'IN_NEED' },
  {
    when: `a child of 10 to 15 years (${adolescence.from} to ${adolescence.to} months) with any of the factors ${watchedFactors.join(', ')} (F10)`,
    holds: ({ anyAdolescent, factors }) => anyAdolescent && areWatchedInAdolescence(factors),
  },
]
