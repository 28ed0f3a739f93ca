/** What an adult is said to be in domestic abuse. No census code says who does the harm, so the form asks. */
export const subjectRoles = ['VICTIM', 'ALLEGED_PERPETRATOR', 'UNKNOWN'] as const
