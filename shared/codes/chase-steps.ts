/** Who is told at each chase of an alert that is overdue, each once: the inbox again, its manager, both leads. */
export const chaseSteps = ['inbox', 'manager', 'both-leads'] as const
export type ChaseStep = (typeof chaseSteps)[number]
