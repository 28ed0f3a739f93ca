export const statementKinds = ['FACT', 'OPINION', 'REPORTED'] as const
