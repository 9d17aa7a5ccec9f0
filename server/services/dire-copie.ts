import type { MARQUES } from '../../ingest/contract/histoire.ts'
import { DEMANDES } from '../../ingest/contract/tables.ts'
import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { estJour } from '../../ingest/socle/jour.ts'
import type { Section } from '../../reports/droits/document.ts'
import { ACTIONS } from '../state/actions.ts'
import type { CopieMenage, CopieTerritoire } from './copie-menage.ts'

/** What the marks kept in history say. */
const LIBELLES_DES_MARQUES: Readonly<Record<(typeof MARQUES)[number]['nom'], string>> = {
  nationalite_connue: 'La nationalité était renseignée',
  motif_demande_connu: 'Le motif de la demande était renseigné',
  numero_rpls_connu: 'Le numéro du logement attribué (RPLS) était renseigné',
  adresse_logement_connue: 'L’adresse du logement attribué était renseignée',
  age_impossible: 'La date de naissance manquait ou donnait un âge impossible',
  conjoint_identique: 'Le conjoint avait la même identité que le demandeur',
  empreinte_nom: 'Une empreinte chiffrée du nom est conservée',
  empreinte_prenom: 'Une empreinte chiffrée du prénom est conservée',
}

const CONSTATS: Readonly<Record<string, string>> = {
  doublons_actifs: 'Repérée comme répétant une demande active du même demandeur',
  forcages_injustifies: 'Repérée comme enregistrée malgré un doublon resté ouvert plus de trente jours',
}

const LIBELLES = new Map<string, string>([
  ...DEMANDES.colonnes.map(({ nom, libelle }) => [nom, libelle] as const),
  ...Object.entries(LIBELLES_DES_MARQUES),
  ['active', 'Encore active'],
  ['jours_de_cloture', 'Jours jusqu’à la clôture de l’une des deux demandes'],
])

const dire = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return 'non renseigné'
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return formatNombre(valeur, 3, 0)
  const texte = String(valeur)
  return estJour(texte) ? formatJour(texte) : texte
}

const lignes = (valeurs: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(valeurs).map(([nom, valeur]) => [LIBELLES.get(nom) ?? nom, dire(valeur)])

const direTerritoire = (copie: CopieTerritoire): Section[] => {
  const lieu = `territoire ${copie.territoire}`
  return [
    {
      titre: `Identité, coordonnées et logement (${lieu})`,
      phrase:
        copie.identite === null
          ? 'Aucune : le dernier état mensuel ne montre pas cette demande, et les précédents ne gardent pas les noms.'
          : 'Conservés pour le dernier état mensuel seul, à part, et lisibles du gestionnaire seul.',
      lignes: copie.identite === null ? [] : lignes(copie.identite),
    },
    ...(copie.sensibles === null
      ? []
      : [
          {
            titre: `Nationalité et motif (${lieu})`,
            phrase: 'Conservés pour le dernier état mensuel seul.',
            lignes: lignes(copie.sensibles),
          },
        ]),
    ...copie.versions.map(({ depuis, jusqua, valeurs }) => ({
      titre: `La demande telle qu’elle était à partir de l’état du ${formatJour(depuis)} (${lieu})`,
      phrase:
        jusqua === null
          ? 'Inchangée depuis.'
          : `Jusqu’à l’état du ${formatJour(jusqua)}, qui la montre autrement ou ne la montre plus.`,
      lignes: lignes(valeurs),
    })),
    {
      titre: `Rapprochements (${lieu})`,
      phrase: `Empreintes chiffrées de l’identité conservées pour ${copie.empreintes.length} état(s) ; ${copie.citee} autre(s) demande(s) la citent comme la demande plus ancienne du même demandeur, ou comme celle qu’une alerte de doublon a montrée ; ${copie.rapprochee} autre(s) paraissent du même ménage dans le dernier état.`,
      lignes: copie.marques.map(({ instantane, marque }) => [
        `État du ${formatJour(instantane)}`,
        CONSTATS[marque] ?? marque,
      ]),
    },
    ...(copie.forcage === null
      ? []
      : [
          {
            titre: `Enregistrement malgré une alerte de doublon (${lieu})`,
            phrase: 'Tel que le dernier état mensuel le montre.',
            lignes: lignes(copie.forcage),
          },
        ]),
  ]
}

const direEcrits = (ecrits: CopieMenage['ecrits']): Section[] =>
  ecrits.length === 0
    ? []
    : [
        {
          titre: 'Ce que des agents ont écrit de votre demande',
          phrase:
            'Corrections, relectures, rapprochements et démarches, du plus ancien au plus récent, sans nom d’agent ni numéro d’une autre demande.',
          lignes: [],
        },
        ...ecrits.map(({ sujet, jour, dits }) => ({ titre: `${sujet}, le ${dire(jour)}`, lignes: dits })),
      ]

/** The same copy in plain French, for the household. */
export const direCopie = ({ numero_unique, territoires, ecrits, consultations }: CopieMenage): Section[] => [
  {
    titre: 'À propos de cette copie',
    phrase:
      'Elle réunit tout ce que l’outil de contrôle de la qualité de l’enregistrement détient sur votre demande. Ces données viennent du système national d’enregistrement, qui seul peut les corriger. Elles sont effacées un an après la radiation de la demande. Ni numéro de sécurité sociale, ni commentaire, ni loyer ne sont conservés.',
    lignes: [['Numéro unique', numero_unique]],
  },
  ...territoires.flatMap(direTerritoire),
  ...direEcrits(ecrits),
  {
    titre: 'Consultations consignées',
    phrase: 'Ce que le journal d’audit, conservé douze mois, a retenu des accès qui nommaient cette demande.',
    lignes: consultations.map(({ instant, action, role }) => [
      instant,
      `${ACTIONS[action as keyof typeof ACTIONS] ?? action}${role === null ? '' : ` (${role})`}`,
    ]),
  },
]
