import { formatJour } from '../../../ingest/socle/francais/format.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { ActeVu, HabilitationVue } from '../../../web/habilitation-vue.ts'
import { ACTES_HABILITATION, MOTIFS_SIGNALEMENT } from '../../../web/habilitations.ts'
import { certificatsARenouveler, departsEnAlerte } from '../../../web/modeles/habilitations.ts'
import { type HabilitationVisible, habilitationsVisibles } from '../../acces/habilitations.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import type { Role } from '../../acces/roles.ts'
import { rappelDuCertificat } from '../../gestion/habilitations/certificat.ts'
import { suiteDuDepart } from '../../gestion/habilitations/situation.ts'
import { MACHINE_HABILITATIONS } from '../../gestion/habilitations/table.ts'
import { actesDe } from '../../gestion/machine.ts'
import { minuteDe } from '../../horloge.ts'
import type { ActeHabilitationRange } from '../../state/habilitations.ts'
import { nommerAuteurs } from '../auteurs.ts'

const JOURS_DES_ACTES: Readonly<Partial<Record<ActeHabilitationRange['acte'], string>>> = {
  OUVRIR: 'ouverte le',
  CERTIFIER: 'valable jusqu’au',
  SIGNALER: 'signalée le',
  CLORE: 'close au système national le',
}

/** The facts of an act, in words. */
const precisionDe = ({ acte, jour, depart_le, code }: ActeHabilitationRange): string =>
  [
    ...(code === null ? [] : [MOTIFS_SIGNALEMENT[code].toLocaleLowerCase('fr')]),
    ...(jour === null ? [] : [`${JOURS_DES_ACTES[acte] ?? 'le'} ${formatJour(jour)}`]),
    ...(depart_le === null ? [] : [`dernier jour de l’agent le ${formatJour(depart_le)}`]),
  ].join(', ')

/** Acts that a form of the page asks for: opening has its own page, confirming is the review's. */
const SE_DEMANDENT = ['SIGNALER', 'REPRENDRE', 'CLORE', 'CERTIFIER', 'CHANGER', 'ROUVRIR'] as const

const enActe = (acte: ActeHabilitationRange, nommer: (qui: string) => string): ActeVu => ({
  libelle: ACTES_HABILITATION[acte.acte],
  precision: precisionDe(acte),
  texte: acte.texte,
  par: nommer(acte.par),
  le: minuteDe(acte.le),
})

const enVue = (
  { situation, ...h }: HabilitationVisible,
  { role, aujourdhui, nommer }: { role: Role; aujourdhui: Jour; nommer: (qui: string) => string },
): HabilitationVue => {
  const permis = actesDe(MACHINE_HABILITATIONS, situation.etat, role).map(({ acte }) => acte)
  return {
    id: h.id,
    sorte: h.sorte,
    service: h.service,
    serviceLibelle: h.service_libelle,
    nom: h.agent ?? h.organisme ?? '',
    profil: situation.profil,
    baseLegale: h.base_legale,
    etat: situation.etat,
    ouverteLe: situation.ouverteLe,
    closeLe: situation.closeLe,
    confirmeeLe: situation.confirmeeLe,
    signalement: situation.signalement,
    depart: suiteDuDepart(situation, aujourdhui),
    certificat:
      situation.certificat === null
        ? null
        : {
            dernierJour: situation.certificat,
            rappel: situation.etat === 'CLOSE' ? null : rappelDuCertificat(situation.certificat, aujourdhui),
          },
    actes: h.actes.map((acte) => enActe(acte, nommer)),
    possibles: SE_DEMANDENT.filter((acte) => permis.includes(acte) && (acte !== 'SIGNALER' || h.sorte === 'AGENT')),
  }
}

/** The accesses that a person may see, as they stand on a day, the oldest first. */
export const lireHabilitationsVues = async (
  lecteur: Lecteur,
  territoire: string,
  aujourdhui: Jour,
): Promise<HabilitationVue[]> => {
  const nommer = await nommerAuteurs(lecteur)
  const { role } = lecteur.acces
  return (await habilitationsVisibles(lecteur, territoire)).map((une) => enVue(une, { role, aujourdhui, nommer }))
}

/** How many departures wait past their day, and certificates are to be renewed: nobody is named. */
export const compterHabilitationsASuivre = async (
  lecteur: Lecteur,
  territoire: string,
  aujourdhui: Jour,
): Promise<{ readonly departs: number; readonly certificats: number }> => {
  const vues = await lireHabilitationsVues(lecteur, territoire, aujourdhui)
  return { departs: departsEnAlerte(vues).length, certificats: certificatsARenouveler(vues).length }
}
