import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import { type Semestre, semestreDe, semestrePlus } from '../../../ingest/socle/semestre.ts'
import { type ActeRapport, DESTINATAIRES, type Destinataire } from '../../../web/rapports.ts'
import { empreinteDeLaMatiere, lireMatiere, proprietaireDe } from '../../lecture/rapports/matiere-de.ts'
import { estFini } from '../../lecture/rapports/rapports.ts'
import { ajouterActeDeRapport, ajouterSaisieDeRapport } from '../../state/rapports.ts'
import { garderPublication, rendrePourPublier } from '../publier-rapport.ts'
import { AUTEURS, aLHeure, estPasse, type Passe } from './passe.ts'

const TEXTES: readonly (readonly [champ: string, texte: string])[] = [
  [
    'evenements',
    'Deux services ont changé de logiciel en cours de semestre ; les envois ont repris sous quinze jours.\n\nUne journée de formation a réuni douze agents.',
  ],
  ['evolutions_sne', 'Une nouvelle version du système national a été ouverte, sans interruption de l’enregistrement.'],
  ['enjeux', 'Faire baisser le délai d’enregistrement avant la prochaine campagne de renouvellement.'],
]

/** Days after a semester when its reports are begun, then those until they are published; since when the draft is written. */
const [JOURS_APRES, JOURS_DE_RELECTURE, JOURS_D_ECRITURE] = [12, 12, 1]

interface Vise {
  readonly passe: Passe
  readonly pour: Destinataire
  readonly semestre: Semestre
}

const agir = async (
  { passe, pour, semestre }: Vise,
  acte: ActeRapport,
  le: Jour,
  par: 'gestionnaire' | 'etat',
  texte = '',
) => {
  const { lecteur, territoire } = passe
  await ajouterActeDeRapport(lecteur.etat, {
    ...{ territoire, destinataire: pour, semestre: semestre.code, version: 1, acte, texte, role: par },
    ...{ par: AUTEURS[par].par, le: aLHeure(le) },
    matiere_sha256: acte === 'SOUMETTRE' ? await empreinteDeLaMatiere(lecteur, { territoire, semestre, pour }) : null,
  })
}

const ecrire = async ({ lecteur, territoire }: Passe, semestre: Semestre, le: Jour, combien: number) => {
  for (const [champ, texte] of TEXTES.slice(0, combien))
    await ajouterSaisieDeRapport(lecteur.etat, {
      ...{ territoire, semestre: semestre.code, destinataire: proprietaireDe(champ, 'prefet'), champ, texte },
      ...{ propose: null, role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(le) },
    })
}

/** From the draft to its publication, read in between by the State. */
const publier = async (vise: Vise, depart: Jour, logiciel: string) => {
  const { passe, pour, semestre } = vise
  const { lecteur, territoire } = passe
  const le = aLHeure(plusJours(depart, JOURS_DE_RELECTURE))
  await agir(vise, 'OUVRIR', depart, 'gestionnaire')
  await agir(vise, 'SOUMETTRE', plusJours(depart, 6), 'gestionnaire')
  await agir(vise, 'VALIDER', plusJours(depart, 9), 'etat')
  const matiere = await lireMatiere(
    lecteur,
    {
      ...{ territoire, semestre, pour, redigeLe: le, logiciel },
      maintenant: new Date(`${plusJours(depart, JOURS_DE_RELECTURE)}T10:15:00`),
      par: AUTEURS.gestionnaire.nom,
    },
    1,
  )
  const rendu = await rendrePourPublier(pour, matiere)
  if (typeof rendu === 'string') return
  await garderPublication(lecteur.etat, rendu, 1, { role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le })
  await agir(vise, 'PUBLIER', plusJours(depart, JOURS_DE_RELECTURE), 'gestionnaire')
}

/** The last semester that is over, where every month of it has figures and its reports are past. */
export const semestreRendu = (passe: Passe): Semestre | null => {
  const { etat, aujourdhui } = passe
  const dernier = etat.calcules.at(-1)
  if (dernier === undefined) return null
  const enCours = semestreDe(dernier.mois)
  const fini = estFini(enCours, aujourdhui) ? enCours : semestrePlus(enCours, -1)
  const entier = fini.mois.every((mois) => etat.calcules.some((calcule) => calcule.mois === mois))
  return entier && estPasse(passe, plusJours(fini.fin, JOURS_APRES + JOURS_DE_RELECTURE)) ? fini : null
}

/** The reports of the last semester that is over are published; of the one under way, the préfet's is being written. */
export const rendreCompte = async (passe: Passe, logiciel: string): Promise<void> => {
  const dernier = passe.etat.calcules.at(-1)
  if (dernier === undefined) return
  const rendu = semestreRendu(passe)
  if (rendu !== null) {
    const depart = plusJours(rendu.fin, JOURS_APRES)
    await ecrire(passe, rendu, plusJours(depart, 3), TEXTES.length)
    for (const pour of DESTINATAIRES) await publier({ passe, pour, semestre: rendu }, depart, logiciel)
  }
  const enCours = semestreDe(dernier.mois)
  if (enCours.code === rendu?.code) return
  const debut = plusJours(passe.aujourdhui, -JOURS_D_ECRITURE)
  await agir({ passe, pour: 'prefet', semestre: enCours }, 'OUVRIR', debut, 'gestionnaire')
  await ecrire(passe, enCours, debut, 2)
}
