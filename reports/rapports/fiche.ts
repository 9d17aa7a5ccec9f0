import { deMois, formatJour, formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { nomCategorie } from '../../web/categories.ts'
import type { DemandeACorriger } from '../../web/corrections.ts'
import { MOTS_ETATS, rangEtat } from '../../web/etats.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import { findSerie } from '../../web/historique.ts'
import { ETATS_MESURE } from '../../web/mesures.ts'
import type { Bloc } from '../document.ts'
import type { Rapport, Section } from '../rapport.ts'
import { chiffre, dit, entier, phrase, points, repere } from './blocs.ts'
import type { MatiereDeLaFiche } from './matiere-fiche.ts'

const ligneDe = ({ lignes }: MatiereDeLaFiche, code: string) => lignes.find(({ indicateur }) => indicateur === code)

const principaux = (matiere: MatiereDeLaFiche): readonly FicheIndicateur[] =>
  matiere.fiches.filter(({ principal, code }) => principal && ligneDe(matiere, code) !== undefined)

const enAlerte = (matiere: MatiereDeLaFiche): readonly FicheIndicateur[] =>
  matiere.fiches.filter(({ code }) => ligneDe(matiere, code)?.statut_affiche === 'ALERTE')

/** « À corriger : 3 demandes ; en alerte : doublons forcés. » */
const constat = (matiere: MatiereDeLaFiche): string => {
  const { total } = matiere.corrections
  const alertes = enAlerte(matiere).length
  const aFaire = total === 0 ? 'Rien à corriger' : `${compte(total, 'demande')} à corriger`
  return alertes === 0 ? `${aFaire}, aucune alerte` : `${aFaire}, ${compte(alertes, 'indicateur')} en alerte`
}

const ou = ({ lieu, geste }: DemandeACorriger['fautes'][number]): string =>
  lieu === null ? geste : `${lieu.join(', ')} : ${geste}`

const aCorriger: Section<MatiereDeLaFiche> = {
  code: 'a_corriger',
  titre: 'À corriger d’abord',
  rediger: ({ corrections: { demandes, total, instantane } }) =>
    demandes.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: 'Demandes à corriger, et où',
            feuille: 'À corriger',
            colonnes: [
              { intitule: 'Numéro unique', part: 1.8 },
              { intitule: 'Ce qui ne va pas', part: 2.2 },
              { intitule: 'Où, dans le système national', part: 3.4 },
            ],
            lignes: demandes.map(({ numero, fautes, jumelle }) => [
              [{ texte: numero }],
              dit(
                [
                  ...fautes.map(({ faute }) => faute),
                  ...(jumelle === null ? [] : [`Autre demande : ${jumelle.numero}`]),
                ].join('\n'),
              ),
              dit(fautes.map(ou).join('\n')),
            ]),
            note: fr(
              `Source : instantané du ${formatJour(instantane)}.${demandes.length < total ? ` Les ${formatNombre(demandes.length)} premières sur ${formatNombre(total)} : l’application les montre toutes.` : ''}`,
            ),
          },
        ],
}

/** What the last year did, in a word: where it stands between the lowest and the highest of its months. */
const tendance = (matiere: MatiereDeLaFiche, code: string): string => {
  const serie = findSerie(matiere.historique, 'GUICHET', matiere.guichet.code, code) ?? []
  const connues = serie.filter((valeur) => valeur !== null)
  const [debut, fin] = [connues.slice(0, 3), connues.slice(-3)].map(
    (valeurs) => valeurs.reduce((somme, valeur) => somme + valeur, 0) / (valeurs.length || 1),
  )
  if (connues.length < 6 || debut === undefined || fin === undefined) return 'trop peu de mois'
  if (Math.abs(fin - debut) < 0.1 * Math.max(debut, fin)) return 'stable'
  return fin > debut ? 'en hausse' : 'en baisse'
}

const indicateurs: Section<MatiereDeLaFiche> = {
  code: 'indicateurs',
  titre: 'Vos indicateurs',
  rediger: (matiere) => {
    const lignes = principaux(matiere)
      .map((fiche) => ({ fiche, ligne: ligneDe(matiere, fiche.code) }))
      .toSorted((a, b) => rangEtat(a.ligne?.statut_affiche ?? null) - rangEtat(b.ligne?.statut_affiche ?? null))
    return [
      {
        sorte: 'table',
        titre: `Chiffres ${deMois(formatMois(matiere.mois))}`,
        feuille: 'Indicateurs',
        colonnes: [
          { intitule: 'Indicateur', part: 3 },
          { intitule: 'Valeur', nombre: true, part: 1.1 },
          { intitule: 'Sur', nombre: true, part: 0.8 },
          { intitule: 'Norme', nombre: true, part: 0.9 },
          { intitule: 'État', part: 2 },
          { intitule: 'Sur un an', part: 1.4 },
          { intitule: 'Parmi ses pairs', part: 1.4 },
        ],
        lignes: lignes.map(({ fiche, ligne }) => {
          const place = matiere.places.get(fiche.code)
          return [
            dit(`${fiche.libelle}${ligne?.surDouzeMois ? ' (sur douze mois)' : ''}`),
            chiffre(fiche.unite, ligne?.valeur ?? null),
            entier(ligne?.denominateur ?? null),
            repere(fiche.unite, ligne === undefined ? null : seuilEn(fiche, ligne.fin)),
            dit(ligne?.statut_affiche ? MOTS_ETATS[ligne.statut_affiche] : 'Non jugé'),
            dit(tendance(matiere, fiche.code)),
            dit(place === undefined ? '–' : `${place.rang}${place.rang === 1 ? 'er' : 'e'} sur ${place.sur}`),
          ]
        }),
        note: fr(
          'Un mois trop petit est jugé sur douze mois. Parmi ses pairs : 1er, la valeur la plus haute de la catégorie, donc la moins bonne. « Sur un an » compare les trois premiers et les trois derniers mois.',
        ),
      },
    ]
  },
}

const conseils: Section<MatiereDeLaFiche> = {
  code: 'conseils',
  titre: 'Nos conseils',
  rediger: (matiere) =>
    enAlerte(matiere)
      .filter(({ correction }) => correction !== '')
      .map(
        ({ libelle, correction }): Bloc => ({
          sorte: 'paragraphe',
          texte: [{ texte: fr(`${libelle}. `), gras: true }, { texte: fr(correction) }],
        }),
      ),
}

const mesures: Section<MatiereDeLaFiche> = {
  code: 'mesures',
  titre: 'Mesures ouvertes',
  rediger: ({ mesures: ouvertes }) =>
    points(
      ouvertes.map(
        ({ reference, etat, echeance, lignes }) =>
          `Mesure ${reference} : ${[...new Set(lignes.map(({ fiche }) => fiche.libelle))].join(', ')}. ${ETATS_MESURE[etat]}, échéance le ${formatJour(echeance)}.`,
      ),
    ),
}

const contact: Section<MatiereDeLaFiche> = {
  code: 'contact',
  titre: 'Une question ?',
  rediger: ({ contacts }) =>
    contacts.length === 0
      ? []
      : [
          phrase(
            `${accord(contacts.length, 'Votre gestionnaire', 'Vos gestionnaires')} : ${contacts.map(({ nom, courriel }) => `${nom} (${courriel})`).join(', ')}.`,
          ),
        ],
}

/** One guichet's month: made when it is asked, never kept nor sent. */
export const ficheDuGuichet: Rapport<MatiereDeLaFiche> = {
  code: 'fiche',
  libelle: 'Fiche mensuelle d’un guichet',
  entete: (matiere) => {
    const { guichet, mois, territoire, instantane, redigeLe, par } = matiere
    return {
      titre: fr(constat(matiere)),
      sousTitre: fr(`${guichet.libelle} (${guichet.code}) · ${nomCategorie(guichet.categorie)}`),
      projet: false,
      surtitre: [`Gestionnaire territorial, ${territoire}`, fr(`Fiche mensuelle · ${formatMois(mois)}`)],
      pied: { reference: fr(`Fiche de ${guichet.libelle}, ${formatMois(mois)}`), instantane, faitLe: redigeLe, par },
    }
  },
  synthese: () => [],
  sections: [aCorriger, indicateurs, conseils, mesures, contact],
  annexes: [],
  sansSommaire: true,
}
