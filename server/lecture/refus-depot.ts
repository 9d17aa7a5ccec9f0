import { basename } from 'node:path'
import type { PremierRejet } from '../../ingest/check/rejets.ts'
import { DEMANDES } from '../../ingest/contract/tables.ts'
import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { FaitsDeValeurs } from '../../ingest/tolerance-valeurs.ts'
import type { FaitsDeRejets } from '../../ingest/verifier.ts'
import type { RefusDepot } from '../../web/depot.ts'
import { nomRaison } from '../../web/modeles/lecture-rapport.ts'
import { franchissableDe, type RefusDeDepot } from '../services/depot.ts'

type Mots = Pick<RefusDepot, 'phrase' | 'suite'> & {
  readonly details?: readonly string[]
  readonly premiers?: readonly PremierRejet[]
}

const RIEN_DE_CHARGE = 'Rien n’a été chargé.'

const direRejets = ({ rejetees, lignes, tolerance, rejets, premiers }: FaitsDeRejets): Mots => ({
  phrase: `${formatNombre(rejetees)} lignes sur ${formatNombre(lignes)} sont rejetées, plus que la tolérance de ${formatPart(tolerance, 2, 0)}.`,
  suite: `${RIEN_DE_CHARGE} Corriger l’extraction, ou dire pourquoi la charger quand même.`,
  details: Object.entries(rejets).map(([raison, n]) => `${nomRaison(raison)} : ${compte(n, 'ligne')}`),
  premiers,
})

const libelleDe = (nom: string): string => DEMANDES.colonnes.find((colonne) => colonne.nom === nom)?.libelle ?? nom

const direValeurs = ({ inconnues, tolerance }: FaitsDeValeurs): Mots => ({
  phrase: `Trop de valeurs ne sont pas reconnues, plus que la tolérance de ${formatPart(tolerance, 2, 0)} d’une colonne.`,
  suite: `${RIEN_DE_CHARGE} Dire plus bas ce qu’elles veulent dire, ou pourquoi les charger quand même.`,
  details: Object.entries(inconnues).map(
    ([colonne, valeurs]) =>
      `${libelleDe(colonne)} : ${Object.entries(valeurs)
        .map(([mot, n]) => `« ${mot} » ${formatNombre(n)} fois`)
        .join(', ')}`,
  ),
})

/** What the page says of a refusal and offers against it, by its code; its own sentence for the others. */
const MOTS: Readonly<Record<string, (faits: RefusDeDepot['faits']) => Mots>> = {
  TROP_DE_REJETS: (faits) => direRejets(faits as FaitsDeRejets),
  VALEURS_INCONNUES: (faits) => direValeurs(faits as FaitsDeValeurs),
  DEJA_CHARGE: () => ({
    phrase: 'Un autre instantané vient d’être chargé pour ce jour.',
    suite: `${RIEN_DE_CHARGE} L’examiner de nouveau dira ce que le remplacement changerait.`,
  }),
}

export const refusVu = ({ code, constat, faits }: RefusDeDepot): RefusDepot => {
  const mots = MOTS[code]?.(faits) ?? { phrase: constat, suite: RIEN_DE_CHARGE }
  const { fichier_rejets } = faits
  return {
    details: [],
    premiers: [],
    ...mots,
    rejets: typeof fichier_rejets === 'string' ? `/imports/refus/${basename(fichier_rejets, '.xlsx')}` : null,
    franchissable: franchissableDe({ code }) !== undefined,
  }
}
