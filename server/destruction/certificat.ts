import { createHash } from 'node:crypto'
import { formatInstant, formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Effacement, SortDeCopie } from './effacer.ts'
import type { Plan } from './plan.ts'

const SORTS_DE_COPIE: Readonly<Record<SortDeCopie, string>> = {
  EFFACEE: 'effacée',
  ABSENTE: 'n’était plus là',
  AUTRE: 'laissée : ce fichier n’est pas, ou n’est plus, la sauvegarde qui y avait été écrite',
  ILLISIBLE: 'laissée : le fichier n’a pu être ni lu ni effacé',
  LAISSEE: 'laissée : elle appartient à qui l’a reçue ; la détruire si elle est encore sur cette machine sans raison',
}

const direSecret = ({ secret: { fichier, sort } }: Plan, efface: boolean): string => {
  const dits: Readonly<Record<Plan['secret']['sort'], string>> = {
    EFFACER: efface ? `effacé (${fichier})` : `n’a pu être effacé (${fichier})`,
    GARDER: `gardé à la demande de qui détruit (${fichier})`,
    VARIABLE: 'donné par la variable INFOCENTRE_SECRET : à retirer de là où elle est posée',
    ABSENT: 'n’était pas sur cette machine',
    AUTRE: `laissé : celui de ${fichier} est d’une autre installation`,
    INCONNU: `laissé : l’installation ne s’ouvrait plus, rien ne dit si ${fichier} était le sien`,
  }
  return dits[sort]
}

const direContenu = ({ contenu }: Plan): string[] =>
  contenu === null
    ? ['L’installation ne s’ouvrait plus : son contenu n’est connu que par ses fichiers, ci-dessous.']
    : [
        ...contenu.instantanes.map(
          ({ territoire, date, demandes }) =>
            `- territoire ${territoire}, instantané du ${formatJour(date as Jour)} : ${compte(demandes, 'demande')}`,
        ),
        `- ${compte(contenu.comptes, 'compte')} de l’application`,
        `- journal d’audit, jusqu’à l’entrée n° ${contenu.journal.derniere}, qui consigne cette destruction ; empreinte de cette entrée : ${contenu.journal.empreinte}`,
      ]

const LIMITES = [
  'Garanti : à l’instant dit, aucun des fichiers ci-dessus n’était plus dans son dossier ; chacun a été cherché après son effacement.',
  'Non garanti : que leurs octets aient quitté le support. Sur un disque SSD, une clé, un système de fichiers à journal ou à instantanés, un stockage en réseau ou virtuel, récrire un fichier ne récrit pas ses blocs : le logiciel ne le tente pas. Ce qui rend l’effacement sûr est le chiffrement du disque dont on détruit la clé, ou la destruction du support.',
  'Hors de portée du logiciel : les fichiers d’instantanés tels que reçus, les exports et rapports enregistrés ailleurs, les remises, les sauvegardes de la machine elle-même, et celles que l’installation n’a pas écrites. Les retrouver et les détruire appartient à qui signe ce certificat.',
]

/** The certificate of a destruction, closed by the digest of what precedes. */
export const ecrireCertificat = (plan: Plan, fait: Effacement, finie_le: string): string => {
  const texte = [
    'CERTIFICAT DE DESTRUCTION',
    '',
    `Installation : ${plan.nom} (${plan.racine}, sur la machine ${plan.machine})`,
    `Détruite le ${formatInstant(finie_le)} (commencé le ${formatInstant(plan.commencee_le)})`,
    `Par : ${plan.par}`,
    `Avec : Infocentre ${plan.logiciel}`,
    '',
    '1. CE QU’ELLE CONTENAIT',
    '',
    ...direContenu(plan),
    '',
    '2. CE QUI A ÉTÉ EFFACÉ',
    '',
    `Fichiers de l’installation (${formatNombre(plan.fichiers.length)}), avec leur taille et leur SHA-256 d’avant :`,
    ...plan.fichiers.map(({ nom, octets, sha256 }) => `- ${nom} ; ${octets} octets ; ${sha256}`),
    ...(fait.restes.length === 0 ? [] : ['Encore là, malgré l’effacement :', ...fait.restes.map((nom) => `- ${nom}`)]),
    '',
    'Copies que l’installation avait écrites :',
    ...(fait.copies.length === 0 ? ['- aucune'] : []),
    ...fait.copies.map(
      ({ nature, chemin, octets, empreinte, ecrite_le, sort }) =>
        `- ${nature === 'REMISE' ? 'remise' : 'sauvegarde'} du ${formatInstant(ecrite_le)}, ${chemin} ; ${octets} octets ; ${empreinte ?? 'empreinte inconnue'} : ${SORTS_DE_COPIE[sort]}`,
    ),
    '',
    `Secret des empreintes : ${direSecret(plan, fait.secretEfface)}`,
    '',
    'Laissé dans le dossier, que l’installation n’avait pas écrit :',
    ...(fait.etrangers.length === 0 ? ['- rien'] : fait.etrangers.map((nom) => `- ${nom}`)),
    '',
    '3. CE QUE CET EFFACEMENT GARANTIT, ET NE GARANTIT PAS',
    '',
    ...LIMITES.map(fr),
    '',
    'Nom, qualité, date et signature :',
    '',
    '',
  ].join('\n')
  const empreinte = createHash('sha256').update(texte).digest('hex')
  return `${texte}SHA-256 de ce qui précède : ${empreinte}\n`
}
