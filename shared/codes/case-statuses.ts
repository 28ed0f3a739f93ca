/** What the service that told of a family may hear of the work that followed: that it goes on, or has ended (F16). */
export const caseStatuses = ['OPEN', 'ENDED'] as const
export type CaseStatus = (typeof caseStatuses)[number]
