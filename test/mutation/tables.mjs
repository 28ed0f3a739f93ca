// A plugin of Stryker, which loads them as JavaScript.

const isConst = ({ typeAnnotation }) =>
  typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.name === 'const'

/**
 * Ignores nothing. Stryker passes over all that stands before `as const`, which is every table of this project; so the
 * two words, which mean nothing to a test, are taken out of a file before anything else of it is read.
 */
const tables = {
  shouldIgnore: (path) => {
    if (path.isProgram())
      path.traverse({
        TSAsExpression: (found) => {
          if (isConst(found.node)) found.replaceWith(found.node.expression)
        },
      })
    return undefined
  },
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'tables', value: tables }]
