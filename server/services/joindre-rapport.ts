import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { direSemestre } from '../../ingest/socle/semestre.ts'
import type { RapportVu } from '../../web/rapport-vue.ts'
import { RAPPORTS } from '../../web/rapports.ts'
import type { FormulaireAvecDocument } from '../recevoir-document.ts'
import { garderDocument } from '../state/documents.ts'
import { consigner } from '../state/journal.ts'
import { admettre } from './documents-recus.ts'
import type { RapportVise } from './rapports.ts'

/** Other documents that a version of a report may be sent with. */
const JOINTS_MAX = 20

/** Keeps another document beside the latest version of a report, for those who read it; the sentence of the refusal, or null. */
export const joindreAuRapport = async (
  { acteur, lecteur }: Pick<RapportVise, 'acteur' | 'lecteur'>,
  { pour, semestre, publies }: RapportVu,
  { fichier, titre }: Pick<FormulaireAvecDocument, 'fichier'> & { readonly titre: string },
): Promise<string | null> => {
  const publie = publies.at(-1)
  if (publie === undefined) return 'Le rapport n’est pas publié : un document se joint à ce qui l’est.'
  if (publie.joints.length >= JOINTS_MAX)
    return `Ce rapport porte déjà ${JOINTS_MAX} documents : il n’en prend pas davantage.`
  const admis = await admettre(fichier, lecteur.base.dossier.temporaire)
  if ('refus' in admis) return admis.refus
  const { etat, territoire, qui: par, role, instant: le } = acteur
  await etat.transaction().execute((tx) =>
    garderDocument(tx, {
      ...{ territoire, nature: 'JOINT', rapport: publie.id, titre, ...admis, role, par, le, adresse: '' },
      ...{ mesure: null, reunion: null, acte: null, modele: null, version: null },
    }),
  )
  await consigner(etat, {
    ...{ instant: le, qui: par, role, action: 'DIFFUSION', territoire },
    detail: { quoi: `${dansPhrase(RAPPORTS[pour].libelle)}, ${direSemestre(semestre)} : document joint` },
  })
  return null
}
