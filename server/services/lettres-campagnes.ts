import { reporter } from '../../ingest/socle/feries.ts'
import { formatDate } from '../../ingest/socle/francais/format.ts'
import { enNomDeFichier } from '../../ingest/socle/francais/nom-de-fichier.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { FormeDeDocument } from '../../reports/document.ts'
import { type EnvoiDeCampagne, valeursDeConfirmation, valeursDeRevue } from '../../reports/lettres/campagnes.ts'
import type { CodeModele } from '../../reports/lettres/modeles.ts'
import { remplir, type Valeurs } from '../../reports/lettres/remplir.ts'
import { rendre } from '../../reports/render/rendre.ts'
import type { TypeDocument } from '../../web/documents.ts'
import type { RevueServiceVue } from '../../web/habilitation-vue.ts'
import type { ServiceVue } from '../../web/registre-vue.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { adresseDesLettres } from '../lecture/adresses.ts'
import { lireEcrivain, piedDe } from '../lecture/lettres.ts'
import { modeleEnVigueur } from '../state/modeles.ts'
import { type Refuse, siLettrePossible, TYPES_DES_FORMES } from './lettres.ts'

/** A letter of a yearly campaign: it is made when it is asked for and not kept, for it names the agents of a service. */
export interface LettreDeCampagne {
  readonly nom: string
  readonly type: TypeDocument
  readonly octets: Uint8Array
  readonly territoire: string
}

/** For whom a letter is made, in which form, when. */
export interface Commande {
  readonly territoire: string
  readonly forme: FormeDeDocument
  readonly maintenant: Date
}

type Envoi = Pick<EnvoiDeCampagne, 'annee' | 'echeance' | 'service'> & {
  readonly code: CodeModele
  readonly codeService: string
  readonly objet: string
  readonly valeurs: (envoi: EnvoiDeCampagne) => Valeurs
}

const faire = async (
  lecteur: Lecteur,
  { code, codeService, objet, valeurs, ...envoi }: Envoi,
  { territoire, forme, maintenant }: Commande,
): Promise<LettreDeCampagne | Refuse> => {
  const ecrivain = await lireEcrivain(lecteur, territoire, maintenant)
  const { auteur, jour } = ecrivain
  const adresse = await adresseDesLettres(lecteur, territoire, codeService)
  const champs = valeurs({ ...envoi, adresse, territoire: ecrivain.territoire, auteur, jour })
  const document = await siLettrePossible(async () =>
    remplir(modeleEnVigueur(ecrivain.versions, code), {
      valeurs: champs,
      mentions: [],
      pied: piedDe(ecrivain, `${objet} de ${envoi.annee}`, null),
      date: formatDate(jour),
      projet: false,
    }),
  )
  if ('refus' in document) return document
  return {
    nom: `${code.toLowerCase().replaceAll('_', '-')}-${envoi.annee}-${enNomDeFichier(envoi.service)}-${jour}.${forme}`,
    type: TYPES_DES_FORMES[forme],
    octets: await rendre(document, forme),
    territoire,
  }
}

/** The letter that sends a review to a service, or reminds it once a reminder was noted; why not, where it cannot be made. */
export const lettreDeRevue = (
  lecteur: Lecteur,
  { campagne, reponse, lignes }: RevueServiceVue,
  commande: Commande,
): Promise<LettreDeCampagne | Refuse> =>
  faire(
    lecteur,
    {
      code: reponse.relances.length > 0 ? 'RELANCE_REVUE' : 'REVUE',
      codeService: reponse.service,
      service: reponse.libelle,
      annee: campagne.annee,
      echeance: campagne.echeance,
      objet: 'Revue des habilitations',
      valeurs: (envoi) => valeursDeRevue(envoi, { lignes, envoyeeLe: campagne.lanceeLe }),
    },
    commande,
  )

/** The letter that asks a service to confirm its sheet, or reminds it once a reminder was noted; why not, where it cannot be made. */
export const lettreDeConfirmation = (
  lecteur: Lecteur,
  { service, fiche, confirmation }: ServiceVue,
  commande: Commande,
): Promise<LettreDeCampagne | Refuse> =>
  faire(
    lecteur,
    {
      code: confirmation.relanceLe === null ? 'CONFIRMATION' : 'RELANCE_CONFIRMATION',
      codeService: service,
      service: fiche.libelle,
      annee: confirmation.annee,
      echeance: reporter(enJour(`${confirmation.annee}-12-31`), commande.territoire),
      objet: 'Confirmation du registre',
      valeurs: (envoi) => valeursDeConfirmation(envoi, fiche),
    },
    commande,
  )
