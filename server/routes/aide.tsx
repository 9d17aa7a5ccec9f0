import { Hono } from 'hono'
import { guideDe } from '../../web/aide/guides.ts'
import { Accessibilite } from '../../web/pages/accessibilite.tsx'
import { Aide } from '../../web/pages/aide.tsx'
import { Methode } from '../../web/pages/methode.tsx'
import { poserSiConnu } from '../acces/connu.ts'
import { SERVICES_MINIMUM } from '../acces/groupes.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { contactsDe } from '../lecture/contact.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { FICHES, fichesDe } from '../lecture/fiches.ts'

/** `/aide`, the guide of a role; `/methode`, how figures are made; `/accessibilite`, the statement, open to anybody. */
export const aide = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/aide', async (c) => {
      const { contexte } = await lireSujet(c)
      return c.html(<Aide contexte={contexte} guide={guideDe(c.req.query('role') ?? contexte.personne?.role)} />)
    })
    .get('/methode', async (c) => {
      const { contexte, calcule, etat } = await lireSujet(c)
      const fiches = calcule === null ? FICHES : fichesDe(etat?.calcules ?? [], calcule)
      return c.html(
        <Methode
          contexte={contexte}
          fiches={fiches}
          pairsMinimum={SERVICES_MINIMUM}
          jour={jourDe(deps.maintenant())}
        />,
      )
    })
    .get('/accessibilite', async (c) => {
      if (!(await poserSiConnu(deps, c))) return c.html(<Accessibilite contexte={null} contacts={[]} />)
      const { lecteur, contexte } = await lireSujet(c)
      const contacts = contexte.territoire === null ? [] : await contactsDe(lecteur, contexte.territoire)
      return c.html(<Accessibilite contexte={contexte} contacts={contacts} />)
    })
