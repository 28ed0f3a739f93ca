import type { Concern } from './concern.ts'

/** DASH 14 and more, "high" by professional judgement, or a referral to MARAC. @see SafeLives DASH risk checklist */
export const isHighRisk = ({
  domesticAbuse,
  flags,
}: Pick<Concern, 'domesticAbuse' | 'flags'>): boolean =>
  flags.includes('MARAC') ||
  domesticAbuse?.maracReferred === true ||
  domesticAbuse?.dash?.level === 'HIGH'
