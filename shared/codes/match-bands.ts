/** How sure the matcher is that the people of a concern are people of the register. A household is not an identity. */
export const matchBands = ['CONFIRMED', 'POSSIBLE', 'MANY', 'NONE'] as const
