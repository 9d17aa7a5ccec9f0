import type { Jour } from '../../../ingest/socle/jour.ts'
import type { CodeSorte } from '../../../web/demarches/mots.ts'
import { SORTES } from '../../../web/demarches/registre.ts'
import type { SaisieDemarche } from '../../../web/demarches/sorte.ts'
import { attend } from '../../../web/modeles/demarches.ts'
import { situationDemarche } from '../../gestion/demarches/situation.ts'
import { lireDemarches } from '../../state/demarches.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'
import { lireLesSiennes, lireVisibles } from './lire-demarches.ts'
import { exigerDesNumeros } from './passage.ts'

/**
 * How many démarches of a kind wait for an answer, and when the oldest was sent: no number.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const compterDemarchesEnAttente = async (
  lecteur: Lecteur,
  territoire: string,
  sorte: CodeSorte,
): Promise<{ readonly nombre: number; readonly plusAncienne: Jour | null }> => {
  exigerDesNumeros(lecteur, territoire)
  const attendent = (await lireLesSiennes(lecteur, territoire)).filter((d) => d.sorte === sorte && attend(d))
  return { nombre: attendent.length, plusAncienne: attendent[0]?.recueLe ?? null }
}

/**
 * When each démarche of a territory came and was treated, by kind: no number.
 *
 * @throws AccesRefuse for a territory that is not the person's, before anything is read.
 */
export const lireDelaisDesDemarches = async (lecteur: Lecteur, territoire: string) => {
  exigerTerritoire(lecteur, territoire)
  return (await lireDemarches(lecteur.etat, territoire)).flatMap(({ sorte, actes }) => {
    const { recueLe, traiteeLe } = situationDemarche(actes)
    return traiteeLe === null ? [] : [{ famille: SORTES[sorte].famille, recue: recueLe, traitee: traiteeLe }]
  })
}

const PAS_LES_VOTRES =
  'Aucun de ces numéros n’est, dans le dernier instantané, celui d’une demande que votre service a enregistrée : les vérifier, ou poser une question au gestionnaire.'

/**
 * Why numbers cannot be reported as duplicates; null where they can. A guichet is told the same of a number that no
 * demande has and of one that is another's.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const reprocherAuxNumeros = async (
  lecteur: Lecteur,
  territoire: string,
  { numeros }: SaisieDemarche,
): Promise<string | null> => {
  exigerDesNumeros(lecteur, territoire)
  const visibles = await lireVisibles(lecteur, territoire, numeros)
  if (lecteur.acces.role === 'guichet') return visibles.length === 0 ? PAS_LES_VOTRES : null
  const absent = numeros.find((numero) => !visibles.some(({ numero_unique }) => numero_unique === numero))
  return absent === undefined ? null : `Le numéro ${absent} n’est pas dans le dernier instantané : le vérifier.`
}
