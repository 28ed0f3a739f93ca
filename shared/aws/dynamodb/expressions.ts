import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { asItem } from './item.ts'

type Named = {
  readonly ExpressionAttributeNames?: Record<string, string>
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>
}

/** Gives fields and values of one request their placeholders, so that no name is taken for a reserved word. */
export const placeholders = () => {
  const names = new Map<string, string>()
  const values: Record<string, unknown> = {}
  return {
    name: (field: string): string => {
      const known = names.get(field) ?? `#n${names.size}`
      names.set(field, known)
      return known
    },
    value: (value: unknown): string => {
      const key = `:v${Object.keys(values).length}`
      values[key] = value
      return key
    },
    /** What the request must hold beside its expressions. */
    used: (): Named => ({
      ...(names.size > 0 && {
        ExpressionAttributeNames: Object.fromEntries(
          [...names].map(([field, known]) => [known, field]),
        ),
      }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: asItem(values) }),
    }),
  }
}
export type Placeholders = ReturnType<typeof placeholders>
