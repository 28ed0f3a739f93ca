/** What one transaction of the store takes. */
export const mostActions = 100
