import { formatJourDe, formatNombre } from '../../ingest/socle/francais/format.ts'
import type { PartDuContrat } from './contrat.ts'
import { CONTRAT, EMPREINTE, MANIFESTE, type Manifeste, SOMMES } from './forme.ts'

const cellule = (texte: string): string => texte.replaceAll('|', '\\|')

const decrirePart = ({ fichiers, sens, lignes, colonnes }: PartDuContrat): string[] => [
  `### ${fichiers.map((nom) => `\`${nom}\``).join(' · ')}`,
  '',
  `${sens} ${formatNombre(lignes)} ${lignes > 1 ? 'lignes' : 'ligne'}.`,
  '',
  '| colonne | sens | type | unité | vide |',
  '|---|---|---|---|---|',
  ...colonnes.map(
    ({ nom, sens, type, unite, codes, peut_etre_vide }) =>
      `| \`${nom}\` | ${cellule(sens)}${codes === null || codes.length > 12 ? '' : ` : ${codes.join(', ')}`} | ${type} | ${unite ?? ''} | ${peut_etre_vide ? 'admis' : 'jamais'} |`,
  ),
  '',
]

/** The handover, told to who receives it. */
export const ecrireLisezMoi = (
  manifeste: Omit<Manifeste, 'format' | 'version'>,
  parts: readonly PartDuContrat[],
): string =>
  [
    `# Remise de l’installation « ${manifeste.installation} »`,
    '',
    `Faite le ${formatJourDe(manifeste.faite_le)} par ${manifeste.faite_par}, avec Infocentre ${manifeste.logiciel}. Elle contient ce que l’installation contenait à cet instant, en formats ouverts : de quoi continuer sans elle (convention, article 7).`,
    '',
    '## Qui peut la recevoir',
    '',
    'Cette remise contient des données personnelles : numéros uniques, noms et coordonnées des demandeurs du dernier instantané, comptes des agents, journal d’audit. Elle n’est destinée qu’au gestionnaire territorial qui succède, ou au préfet de département, sur instruction écrite du responsable de traitement. La transmettre sur un support chiffré, contre décharge ; donner l’empreinte par une autre voie. La détruire une fois reprise et vérifiée.',
    '',
    '## La vérifier, la reprendre',
    '',
    `- Sans aucun logiciel : \`sha256sum -c ${SOMMES}\` relit chaque fichier, \`sha256sum -c ${EMPREINTE}\` l’ensemble.`,
    '- Avec Infocentre, dans un dossier neuf : `infocentre restaurer <cette remise> --base <dossier>`, puis `infocentre verifier --remise <cette remise> --base <dossier>`, qui compare chaque chiffre rangé, refait ceux qui peuvent l’être et nomme les autres.',
    '- Ce qui a passé son terme d’effacement est effacé à la reprise. Les comptes reviennent fermés : « utilisateurs ajouter » ouvre le premier, qui rouvre les autres. Jetons et adresses d’agenda reviennent révoqués.',
    '',
    '## Ce qui n’y est pas',
    '',
    ...manifeste.non_remis.map(({ quoi, pourquoi }) => `- **${quoi}** : ${pourquoi}`),
    '',
    '## Conventions',
    '',
    '- Parquet : les types y sont. CSV : UTF-8 avec marque, séparateur « ; », point décimal, une valeur absente est vide et un texte vide est `""`. Ouvrir les numéros uniques comme du texte : un tableur en mange les zéros.',
    '- JSON : un tableau d’objets, une ligne un objet, `null` pour une valeur absente.',
    `- Dates au calendrier français, instants à l’heure de la machine, sans fuseau. \`${MANIFESTE}\` dit les instantanés et la dernière entrée du journal ; \`${CONTRAT}\` dit ce qui suit à un programme.`,
    '',
    '## Les fichiers',
    '',
    ...parts.flatMap(decrirePart),
  ].join('\n')
