import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { contentType, estFormat, type Format, writeTableau } from '../../reports/tableau/formats.ts'
import type { Tableau } from '../../reports/tableau/tableau.ts'
import type { Env } from '../env.ts'
import { tracer } from '../trace.ts'

/** The form that a file's name asks for; null for one that is not had. */
export const formatDe = (c: Context): Format | null => {
  const format = c.req.param('fichier')?.split('.')[1] ?? ''
  return estFormat(format) ? format : null
}

/** Streams a table as a file to keep; what it reads from is let go of at the end, or when the reader goes away. */
export const envoyer = <Row>(
  c: Context<Env>,
  tableau: Tableau<Row>,
  format: Format,
  nom: string,
  fini = () => {},
): Response => {
  c.header('Content-Type', contentType(format))
  c.header('Content-Disposition', `attachment; filename="${nom.replace(/[^\w.-]+/g, '-')}.${format}"`)
  return stream(
    c,
    async (flux) => {
      try {
        for await (const morceau of writeTableau(tableau, format)) {
          if (flux.aborted) break
          await flux.write(morceau)
        }
      } finally {
        fini()
      }
    },
    async (cause) => c.get('journal').error({ ...tracer(cause), fichier: nom, format }, 'export interrompu'),
  )
}
