import { reporter } from '../../ingest/socle/feries.ts'
import { type Jour, plusJours } from '../../ingest/socle/jour.ts'
import type { ActeMesure } from '../../web/mesures.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { expirationDe } from '../gestion/annexes/situation.ts'
import { essayer } from '../gestion/machine.ts'
import { saisieDeLActe } from '../gestion/mesures/champs.ts'
import type { SaisieMesure } from '../gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../gestion/mesures/table.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireEcrivain } from '../lecture/lettres.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import { messagePropose } from '../lecture/ouvrir-mesure.ts'
import { type DernierMois, figerLignes, servicesDuMois } from '../lecture/preuves.ts'
import { joindreAnnexes } from '../state/annexes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { ajouterActe, type NouvelActe, ouvrirMesure } from '../state/mesures.ts'
import { type Refuse, siLettrePossible } from './lettres.ts'
import { lettreDeLActe, messageDOuverture } from './lettres-mesure.ts'
import { choisirLignes, lignesSuivies } from './lignes-de-mesure.ts'

export const consignerActe = (
  { etat, acces }: Lecteur,
  territoire: string,
  instant: string,
  detail: { readonly mesure: string; readonly acte: ActeMesure; readonly service: string; readonly liste?: string },
) => consigner(etat, { instant, qui: acces.qui, role: acces.role, action: 'MESURE', territoire, detail: { ...detail } })

const acteDe = (
  { acces: { role, qui } }: Lecteur,
  acte: ActeMesure,
  saisie: SaisieMesure,
  suite: Pick<NouvelActe, 'vers' | 'le'>,
): NouvelActe => ({ acte, ...saisie, ...suite, role, par: qui })

/** Who joins lists, when, and until when they are read. */
export const acteDeListe = ({ acces: { role, qui: par } }: Lecteur, le: string, expire_le: Jour) => ({
  ...{ role, par, le, expire_le },
})

export const CHANGEE: Refuse = { refus: 'La mesure a changé entre-temps : relire son histoire, puis recommencer.' }

/** When an answer is due to a measure opened on a day: a working day. */
export const echeanceDeReponse = ({ lecteur, territoire }: DernierMois, jour: Jour): Jour =>
  reporter(plusJours(jour, lecteur.reglages.pour(territoire).jours_mesure), territoire)

/** When observations are due on a demand made formal on a day: a working day. */
export const echeanceDesObservations = ({ lecteur, territoire }: DernierMois, jour: Jour): Jour =>
  reporter(plusJours(jour, lecteur.reglages.pour(territoire).jours_observations), territoire)

export interface Ouverture {
  readonly service: string
  /** `GUICHET|B0001|forcages`. */
  readonly lignes: readonly string[]
  readonly texte: string
  /** Whether the list of demandes of each line is joined. */
  readonly liste: boolean
}

/** Opens a measure: its evidence is frozen from the latest month, and its answer is due in so many days. */
export const ouvrir = async (
  lecture: DernierMois,
  jugees: readonly MesureJugee[],
  { service, lignes: cles, texte, liste }: Ouverture,
  maintenant: Date,
): Promise<Refuse | { readonly id: number; readonly reference: string }> => {
  const { lecteur, territoire } = lecture
  const libelle = servicesDuMois(lecture).find(([code]) => code === service)?.[1]
  if (libelle === undefined) return { refus: 'Ce service n’est pas au registre du mois.' }
  if (texte === '') return { refus: 'Dire au service ce qui est constaté et ce qui lui est demandé.' }
  const choix = await choisirLignes(lecture, service, cles, lignesSuivies(jugees))
  if ('refus' in choix) return choix
  const [jour, le] = [jourDe(maintenant), instantDe(maintenant)]
  const echeance = echeanceDeReponse(lecture, jour)
  const saisie = { texte, plan: '', jour: echeance, code: null, autre: null }
  const acte = acteDe(lecteur, 'OUVRIR', saisie, { vers: 'SIGNALEMENT_INFORMEL', le })
  const figees = await figerLignes(lecture, choix.lignes)
  const ecrivain = await lireEcrivain(lecteur, territoire, maintenant)
  const dit = texte === messagePropose(choix.lignes, echeance) ? '' : texte
  const jointes = liste ? expirationDe(jour) : null
  const message = messageDOuverture(ecrivain, { service: libelle, lignes: figees, echeance, texte: dit, jointes })
  const ecrire = message(lecteur.acces, territoire)
  const ouverte = await siLettrePossible(() =>
    ouvrirMesure(
      lecteur.etat,
      { territoire, service, service_libelle: libelle },
      figees,
      acte,
      async (transaction, faite) => {
        await ecrire(transaction, faite)
        if (jointes !== null) await joindreAnnexes(transaction, faite.id, null, acteDeListe(lecteur, le, jointes))
      },
    ),
  )
  if ('refus' in ouverte) return ouverte
  await consignerActe(lecteur, territoire, le, { mesure: ouverte.reference, acte: 'OUVRIR', service })
  return ouverte
}

/** What a person asks of a measure, and the lines that it adds. */
export interface Demande {
  readonly acte: ActeMesure
  readonly saisie: SaisieMesure
  readonly lignes: readonly string[]
  /** Where the letter of the act goes; empty where the act makes none. */
  readonly adresse: string
  /** Whether the list of demandes of each line is joined, or renewed. */
  readonly liste: boolean
}

/** The other measure that one may be put with: open, and of the same service. */
const autreAdmise = (
  autre: number | null,
  { mesure: { id, service } }: MesureJugee,
  jugees: readonly MesureJugee[],
): number | null =>
  jugees.find(
    ({ mesure, faits }) =>
      mesure.id === autre && mesure.id !== id && mesure.service === service && faits.etat !== 'CLOSE',
  )?.mesure.id ?? null

/** The day that an act sets of itself: the end of the time for observations, once the demand is formal. */
const jourDeLActe = (acte: ActeMesure, saisie: SaisieMesure, lecture: DernierMois, maintenant: Date) =>
  acte === 'FORMALISER'
    ? echeanceDesObservations(lecture, jourDe(maintenant))
    : saisie.jour && acte === 'REPORTER'
      ? reporter(saisie.jour, lecture.territoire)
      : saisie.jour

/** Does an act of a measure that the person sees, where the table allows it; the sentence of the refusal where it does not. */
export const agir = async (
  lecture: DernierMois,
  jugees: readonly MesureJugee[],
  jugee: MesureJugee,
  demande: Demande,
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const { lecteur, territoire } = lecture
  const { mesure, faits } = jugee
  const { acte } = demande
  const autre = autreAdmise(demande.saisie.autre, jugee, jugees)
  const saisie = saisieDeLActe(acte, { ...demande.saisie, autre })
  const issue = essayer(MACHINE_MESURES, { etat: faits.etat, acte, role: lecteur.acces.role, faits, saisie })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const choix =
    acte === 'AJOUTER'
      ? await choisirLignes(lecture, mesure.service, demande.lignes, lignesSuivies(jugees))
      : { lignes: [] }
  if ('refus' in choix) return choix
  const le = instantDe(maintenant)
  const range = acteDe(
    lecteur,
    acte,
    { ...saisie, jour: jourDeLActe(acte, saisie, lecture, maintenant) },
    { ...issue, le },
  )
  const figees = choix.lignes.length === 0 ? [] : await figerLignes(lecture, choix.lignes)
  const jointes = demande.liste && acte === 'FORMALISER' ? expirationDe(jourDe(maintenant)) : null
  const lettre = lettreDeLActe(await lireEcrivain(lecteur, territoire, maintenant), jugee, {
    ...{ acte, texte: saisie.texte, adresse: demande.adresse, echeance: range.jour ?? faits.echeance },
    ...{ acces: lecteur.acces, jointes },
  })
  const suite = async (transaction: BaseEtat, rang: number) => {
    await lettre(transaction, rang)
    if (jointes !== null) await joindreAnnexes(transaction, mesure.id, null, acteDeListe(lecteur, le, jointes))
  }
  const ajoute = await siLettrePossible(() => ajouterActe(lecteur.etat, mesure, range, figees, suite))
  if (typeof ajoute !== 'boolean') return ajoute
  if (!ajoute) return CHANGEE
  await consignerActe(lecteur, territoire, le, { mesure: mesure.reference, acte, service: mesure.service })
  return { fait: true }
}
