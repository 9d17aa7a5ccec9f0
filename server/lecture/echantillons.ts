import { DEMANDES } from '../../ingest/contract/tables.ts'
import { jourDeLInstant } from '../../ingest/socle/jour.ts'
import type { EchantillonVu, FicheVue, ReponseVue } from '../../web/echantillon-vue.ts'
import { aUnDefaut } from '../../web/echantillons.ts'
import { type ConstatDuDossierUnique, constatsDuDossierUnique } from '../../web/modeles/dossier-unique.ts'
import { echantillonsVisibles } from '../acces/echantillons.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import type { Role } from '../acces/roles.ts'
import { VOIENT_TOUS_LES_NUMEROS } from '../acces/roles.ts'
import type { FaitsEchantillon } from '../gestion/echantillons/table.ts'
import { MACHINE_ECHANTILLONS } from '../gestion/echantillons/table.ts'
import { actesDe } from '../gestion/machine.ts'
import { minuteDe } from '../horloge.ts'
import type { Echantillon, FicheGardee, ReponseGardee } from '../state/echantillons.ts'
import { nommerAuteurs } from './auteurs.ts'

/** A sample with what its acts are judged by. */
export interface EchantillonLu {
  readonly echantillon: Echantillon
  readonly faits: FaitsEchantillon
  readonly vue: EchantillonVu
}

/** The fields that a form may say are wrong, as the contract names them and as people read them. */
export const CHAMPS_VERIFIES: readonly (readonly [code: string, libelle: string])[] = DEMANDES.colonnes.map(
  ({ nom, libelle }) => [nom, libelle],
)

const LIBELLES = new Map(CHAMPS_VERIFIES)

const enReponse = (
  { constat, champ, reponses, note, par, le }: ReponseGardee,
  nommer: (qui: string) => string,
): ReponseVue => ({
  ...{ constat, champ, reponses, note },
  champEnMots: LIBELLES.get(champ) ?? champ,
  par: nommer(par),
  le: minuteDe(le),
})

const enFiche = (fiche: FicheGardee, { questions }: Echantillon, nommer: (qui: string) => string): FicheVue => {
  const { id, rang, strate, guichet, libelle, reponse } = fiche
  return {
    ...{ id, rang, strate, guichet, libelle },
    reponse: reponse === null ? null : enReponse(reponse, nommer),
    defaut: reponse !== null && aUnDefaut(reponse, questions),
  }
}

const faitsDe = ({ fiches }: Echantillon): FaitsEchantillon => ({
  tirees: fiches.length,
  remplies: fiches.filter(({ reponse }) => reponse !== null).length,
})

const enVue = (echantillon: Echantillon, role: Role, nommer: (qui: string) => string): EchantillonVu => {
  const { actes, strates, questions } = echantillon
  const [premier, dernier] = [actes[0], actes.at(-1)]
  if (premier === undefined || dernier === undefined)
    throw new RangeError('l’histoire d’un échantillon commence par son tirage')
  const fiches = echantillon.fiches.map((fiche) => enFiche(fiche, echantillon, nommer))
  const { id, reference, mois, instantane, empreinte, population, strate, repartition, minimum, graine } = echantillon
  return {
    ...{ id, reference, mois, instantane, empreinte, population, strate, repartition, minimum, graine, questions },
    etat: dernier.vers,
    tireLe: jourDeLInstant(premier.le),
    closLe: dernier.vers === 'CLOS' ? jourDeLInstant(dernier.le) : null,
    strates: strates.map(({ code, libelle, effectif, tirees }) => ({ code, libelle, effectif, tirees })),
    fiches,
    remplies: fiches.filter(({ reponse }) => reponse !== null).length,
    defauts: fiches.filter(({ defaut }) => defaut).length,
    actes: actes.map(({ acte, texte, par, le }) => ({ acte, texte, par: nommer(par), le: minuteDe(le) })),
    actesPossibles: actesDe(MACHINE_ECHANTILLONS, dernier.vers, role).map(({ acte }) => acte),
  }
}

/** The samples that a person may see, the oldest first, without any number. */
export const lireEchantillonsVus = async (lecteur: Lecteur, territoire: string): Promise<EchantillonLu[]> => {
  const visibles = await echantillonsVisibles(lecteur, territoire)
  const nommer = await nommerAuteurs(lecteur)
  return visibles.map((echantillon) => ({
    echantillon,
    faits: faitsDe(echantillon),
    vue: enVue(echantillon, lecteur.acces.role, nommer),
  }))
}

/** What samples found of the dossier unique; null for who does not see them whole. */
export const constatsDesEchantillons = async (
  lecteur: Lecteur,
  territoire: string,
): Promise<ConstatDuDossierUnique[] | null> =>
  VOIENT_TOUS_LES_NUMEROS.includes(lecteur.acces.role)
    ? constatsDuDossierUnique((await lireEchantillonsVus(lecteur, territoire)).map(({ vue }) => vue))
    : null
