/** A logical id as its construct was named, without the digest that the CDK puts behind it. */
export const plainId = (id: string): string => id.replace(/[0-9A-F]{8}(?=\.|$)/, '')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const texts = (value: unknown): readonly string[] => [value].flat().map(readable)

const intrinsics: Readonly<Record<string, (value: unknown) => string>> = {
  Ref: (id) => `{${plainId(String(id))}}`,
  'Fn::GetAtt': (path) => `{${plainId(texts(path)[0] ?? '')}.${texts(path)[1] ?? ''}}`,
  'Fn::GetStackOutput': (value) => `{${JSON.stringify(value)}}`,
  'Fn::ImportValue': (value) => `{${readable(value)}}`,
  'Fn::Join': (value) => {
    const [separator, parts] = [value].flat()
    return texts(parts).join(String(separator))
  },
}

/** A value of a template on one line: references by the name of what they mean, lists and objects in a fixed order. */
export const readable = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(readable).toSorted().join(', ')
  if (!isRecord(value)) return String(value)
  const [[key, inner] = [], ...others] = Object.entries(value)
  const intrinsic = key === undefined || others.length > 0 ? undefined : intrinsics[key]
  if (intrinsic !== undefined) return intrinsic(inner)
  return Object.entries(value)
    .map(
      ([name, part]) =>
        `${name} ${isRecord(part) || Array.isArray(part) ? `(${readable(part)})` : readable(part)}`,
    )
    .toSorted()
    .join(' and ')
}
