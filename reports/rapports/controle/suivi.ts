import { formatJour, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { MOTS_ETATS } from '../../../web/etats.ts'
import { ETATS_MESURE } from '../../../web/mesures.ts'
import { listRemarques } from '../../../web/modeles/lecture-rapport.ts'
import type { Section } from '../../rapport.ts'
import { dit, entier, part, points, sousTitre } from '../blocs.ts'
import type { MatiereDuControle } from './matiere.ts'

/** Who forced the alert of duplicates in the month, those with most first. */
export const forcages: Section<MatiereDuControle> = {
  code: 'forcages',
  titre: 'Les forçages',
  rediger: ({ chiffres }) => {
    const forceurs = chiffres?.forcages.filter(({ forces }) => (forces ?? 0) > 0) ?? []
    return forceurs.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: `Guichets qui ont forcé l’alerte de doublon (${formatNombre(forceurs.length)})`,
            feuille: 'Forçages',
            colonnes: [
              { intitule: 'Guichet', part: 3 },
              { intitule: 'Enregistrées', nombre: true, part: 1 },
              { intitule: 'Forcées', nombre: true, part: 0.9 },
              { intitule: 'Part', nombre: true, part: 0.9 },
              { intitule: 'Injustifiées', nombre: true, part: 1 },
              { intitule: 'État', part: 2 },
            ],
            lignes: forceurs.map(
              ({ guichet, libelle, enregistrements, forces, part: forcees, injustifies, statut_affiche }) => [
                dit(`${libelle} (${guichet})`),
                entier(enregistrements),
                entier(forces),
                part(forcees),
                entier(injustifies),
                dit(statut_affiche === null ? 'Non jugé' : MOTS_ETATS[statut_affiche]),
              ],
            ),
            note: 'Demandes enregistrées et forcées dans le mois ; l’état peut tenir à douze mois.',
          },
        ]
  },
}

/** What the import of the month's snapshot says. */
export const chargement: Section<MatiereDuControle> = {
  code: 'chargement',
  titre: 'Le chargement',
  rediger: ({ chiffres }) => {
    const rapport = chiffres?.rapport ?? null
    if (chiffres === null || rapport === null) return []
    return [
      {
        sorte: 'table',
        titre: `Instantané du ${formatJour(rapport.date)}`,
        feuille: 'Chargement',
        colonnes: [
          { intitule: 'Compte', part: 4 },
          { intitule: 'Lignes', nombre: true },
        ],
        lignes: [
          [dit('Lues'), entier(rapport.lignes)],
          [dit('Acceptées'), entier(rapport.acceptees)],
          [dit('Rejetées'), entier(rapport.rejetees)],
          [dit('Hors conservation'), entier(rapport.purgees)],
          [dit('Numéros réparés'), entier(rapport.reparees)],
        ],
        note: '',
      },
      ...listRemarques(rapport, chiffres.fiches).flatMap(({ terme, details }) => [
        sousTitre(terme),
        ...points(details),
      ]),
    ]
  },
}

/** The measures that are open, those whose date has passed first. */
export const mesures: Section<MatiereDuControle> = {
  code: 'mesures',
  titre: 'Les mesures ouvertes',
  rediger: ({ mesures: ouvertes }) =>
    ouvertes.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: `Mesures, par échéance (${formatNombre(ouvertes.length)})`,
            feuille: 'Mesures',
            colonnes: [
              { intitule: 'Mesure', part: 1 },
              { intitule: 'Service', part: 2.2 },
              { intitule: 'Objet', part: 2.4 },
              { intitule: 'Où elle en est', part: 1.8 },
              { intitule: 'Échéance', part: 1.4 },
              { intitule: 'Proposé', part: 1.8 },
            ],
            lignes: ouvertes
              .toSorted((a, b) => (a.echeance < b.echeance ? -1 : 1))
              .map(({ reference, nom, lignes, etat, echeance, enRetard, proposition }) => [
                dit(reference),
                dit(nom),
                dit([...new Set(lignes.map(({ fiche }) => fiche.libelle))].join(', ')),
                dit(ETATS_MESURE[etat]),
                dit(`${formatJour(echeance)}${enRetard ? ', passée' : ''}`),
                dit(proposition?.titre ?? '–'),
              ]),
            note: '',
          },
        ],
}
