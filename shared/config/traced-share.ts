/**
 * Of how many requests X-Ray keeps a trace: one in twenty, which tells where time goes. What happened in any one request its
 * log lines tell, which share its ids.
 */
export const tracedShare = 0.05
