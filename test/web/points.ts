import { Buffer } from 'node:buffer'
import { tableauComparaison } from '../../reports/tableau/comparaison.ts'
import { writeTableau } from '../../reports/tableau/formats.ts'
import { contexteDe, type Departement } from './fixtures.ts'
import { sourcesComparaison } from './pages.tsx'

/** The points of an indicator's comparison, as the application sends them to the browser that draws it. */
export const pointsDe = async (d: Departement, code: string): Promise<Buffer> => {
  const tableau = tableauComparaison(contexteDe(`/indicateurs/${code}`), sourcesComparaison(d, code))
  const morceaux: Buffer[] = []
  for await (const morceau of writeTableau(tableau, 'arrow')) morceaux.push(Buffer.from(morceau))
  return Buffer.concat(morceaux)
}
