import { Hono } from 'hono'
import { Journal } from '../../web/pages/journal.tsx'
import { consulterJournal, exporterJournal } from '../acces/porte/journal.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportJournal } from '../lecture/exports.ts'
import { filtreDe, ordreDe, pourLecture, tableauJournal } from '../lecture/journal.ts'
import { ACTIONS } from '../state/actions.ts'
import { verifierJournal } from '../state/verifier-journal.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { pageDemandee } from './numero-de-page.ts'

const PAR_PAGE = 100

/** `/journal`, who saw, changed or took what, and its export. */
export const journal = ({ etat, maintenant }: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/journal', async (c) => {
      const { contexte, lecteur } = await lireSujet(c)
      const filtre = filtreDe(c)
      const page = pageDemandee(c)
      const { lignes, total } = await consulterJournal(lecteur, filtre, {
        limite: PAR_PAGE,
        depart: (page - 1) * PAR_PAGE,
        ...ordreDe(contexte.requete.tri),
        instant: instantDe(maintenant()),
      })
      return c.html(
        <Journal
          contexte={contexte}
          lignes={lignes.map(pourLecture)}
          total={total}
          page={page}
          parPage={PAR_PAGE}
          actions={Object.entries(ACTIONS)}
          filtre={filtre}
          rupture={(await verifierJournal(etat))?.id ?? null}
          exports={lienExportJournal(contexte, { ...filtre })}
        />,
      )
    })
    .get('/exports/:fichier{journal\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      if (format === null) return c.notFound()
      const instant = instantDe(maintenant())
      const lignes = await exporterJournal(c.get('lecteur'), filtreDe(c), { instant, forme: format })
      return envoyer(c, tableauJournal(lignes, instant), format, 'journal')
    })
