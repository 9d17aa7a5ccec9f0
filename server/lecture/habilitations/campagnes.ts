import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { ActeVu, CampagneVue, ReponseVue, RevueServiceVue } from '../../../web/habilitation-vue.ts'
import { ACTES_CAMPAGNE, ACTES_REPONSE } from '../../../web/habilitations.ts'
import { campagnesVisibles, type HabilitationVisible, habilitationsVisibles } from '../../acces/habilitations.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import {
  bilanDe,
  estARevoir,
  etatDeReponse,
  relancesDe,
  reponsesDe,
  situationDeCampagne,
} from '../../gestion/habilitations/revue.ts'
import { minuteDe } from '../../horloge.ts'
import type { ActeCampagneRange, ActeReponseRange, CampagneGardee, DemandeGardee } from '../../state/campagnes.ts'
import { nommerAuteurs } from '../auteurs.ts'

type Nommer = (qui: string) => string

/** The accesses that a service has to tell of. */
export const aRevoirDe = (
  habilitations: readonly HabilitationVisible[],
  service: string,
): readonly HabilitationVisible[] =>
  habilitations
    .filter((h) => h.service === service && estARevoir(h.situation))
    .toSorted((a, b) => (a.agent ?? '').localeCompare(b.agent ?? '', 'fr'))

const acteDeCampagne = ({ acte, jour, texte, par, le }: ActeCampagneRange, nommer: Nommer): ActeVu => ({
  libelle: ACTES_CAMPAGNE[acte],
  precision: jour === null ? '' : `réponses attendues pour le ${formatJour(jour)}`,
  texte,
  par: nommer(par),
  le: minuteDe(le),
})

const acteDeReponse = ({ acte, texte, par, le }: ActeReponseRange, nommer: Nommer): ActeVu => ({
  libelle: ACTES_REPONSE[acte],
  precision: '',
  texte,
  par: nommer(par),
  le: minuteDe(le),
})

const signatureDe = ({ actes, lignes }: DemandeGardee, nommer: Nommer): ReponseVue['signee'] => {
  const acte = actes.at(-1)
  if (acte?.vers !== 'SIGNEE') return null
  return {
    le: jourDeLInstant(acte.le),
    par: nommer(acte.par),
    bilan: acte.bilan ?? bilanDe(reponsesDe(lignes).values()),
    papier: acte.acte === 'ENREGISTRER' ? acte.texte : '',
  }
}

const enReponse = (
  demande: DemandeGardee,
  habilitations: readonly HabilitationVisible[],
  nommer: Nommer,
): ReponseVue => {
  const signee = signatureDe(demande, nommer)
  const dites = reponsesDe(demande.lignes)
  const aDire = aRevoirDe(habilitations, demande.service)
  const signes = signee === null ? 0 : Object.values(signee.bilan).reduce((n, m) => n + m, 0)
  return {
    service: demande.service,
    libelle: demande.service_libelle,
    etat: etatDeReponse(demande.actes),
    agents: signee === null ? aDire.length : signes,
    repondus: signee === null ? aDire.filter(({ id }) => dites.has(id)).length : signes,
    relances: relancesDe(demande.actes),
    signee,
  }
}

const enCampagne = (
  campagne: CampagneGardee,
  habilitations: readonly HabilitationVisible[],
  { nommer, aujourdhui }: { readonly nommer: Nommer; readonly aujourdhui: Jour },
): CampagneVue => {
  const situation = situationDeCampagne(campagne.actes)
  return {
    id: campagne.id,
    annee: campagne.annee,
    ...situation,
    enRetard: situation.etat === 'EN_COURS' && aujourdhui > situation.echeance,
    reponses: campagne.demandes
      .map((demande) => enReponse(demande, habilitations, nommer))
      .toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr')),
    actes: campagne.actes.map((acte) => acteDeCampagne(acte, nommer)),
  }
}

/** The reviews that a person may see, with the answers of the services that they may, the latest first. */
export const lireCampagnesVues = async (
  lecteur: Lecteur,
  territoire: string,
  aujourdhui: Jour,
): Promise<CampagneVue[]> => {
  const campagnes = await campagnesVisibles(lecteur, territoire)
  if (campagnes.length === 0) return []
  const habilitations = await habilitationsVisibles(lecteur, territoire)
  const nommer = await nommerAuteurs(lecteur)
  return campagnes.map((campagne) => enCampagne(campagne, habilitations, { nommer, aujourdhui })).toReversed()
}

/** The review of one service: whom it is to tell of, or whom it told of once it is signed; null where there is none such. */
export const lireRevueDuService = async (
  lecteur: Lecteur,
  territoire: string,
  { campagne: id, service }: { readonly campagne: number; readonly service: string },
): Promise<RevueServiceVue | null> => {
  const campagne = (await campagnesVisibles(lecteur, territoire)).find((une) => une.id === id)
  const demande = campagne?.demandes.find((une) => une.service === service)
  if (campagne === undefined || demande === undefined) return null
  const habilitations = await habilitationsVisibles(lecteur, territoire)
  const nommer = await nommerAuteurs(lecteur)
  const dites = reponsesDe(demande.lignes)
  const reponse = enReponse(demande, habilitations, nommer)
  const montrees =
    reponse.signee === null ? aRevoirDe(habilitations, service) : habilitations.filter((h) => dites.has(h.id))
  const { etat, lanceeLe, echeance } = situationDeCampagne(campagne.actes)
  return {
    campagne: { id: campagne.id, annee: campagne.annee, etat, lanceeLe, echeance },
    reponse,
    lignes: montrees.map(({ id: rang, agent, situation }) => ({
      id: rang,
      agent: agent ?? '',
      profil: situation.profil,
      ouverteLe: situation.ouverteLe,
      reponse: dites.get(rang) ?? null,
    })),
    actes: demande.actes.map((acte) => acteDeReponse(acte, nommer)),
  }
}
