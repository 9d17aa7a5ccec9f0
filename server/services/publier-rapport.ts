import type { DocumentEcrit } from '../../reports/document.ts'
import { chiffresClesDe, figer, seuilsDe } from '../../reports/publication/figer.ts'
import { composer } from '../../reports/rapport.ts'
import type { MatiereDuSemestre } from '../../reports/rapports/matiere.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../reports/rapports/registry.ts'
import { CODES_FORMES_DE_RAPPORT, type FormeDeRapport, rendreRapport } from '../../reports/render/formes.ts'
import type { TypeDocument } from '../../web/documents.ts'
import type { Destinataire } from '../../web/rapports.ts'
import type { Role } from '../acces/roles.ts'
import { porteUnNumero } from '../gestion/rapports/numero.ts'
import { garderDocument } from '../state/documents.ts'
import type { BaseEtat } from '../state/etat.ts'
import { ajouterPublie } from '../state/rapports.ts'

/** What is about to be published: every form of it, made once. */
export interface RapportRendu {
  readonly pour: Destinataire
  readonly matiere: MatiereDuSemestre
  readonly document: DocumentEcrit
  readonly fichiers: readonly { readonly forme: FormeDeRapport; readonly contenu: Uint8Array }[]
}

/** Who publishes, and when. */
export interface Signature {
  readonly role: Role
  readonly par: string
  readonly le: string
}

export const TYPES_DES_FORMES: Readonly<Record<FormeDeRapport, TypeDocument>> = {
  pdf: 'PDF',
  html: 'HTML',
  docx: 'DOCX',
  xlsx: 'XLSX',
  ods: 'ODS',
  json: 'JSON',
}

const NOMS: Readonly<Record<Destinataire, string>> = {
  prefet: 'compte-rendu-prefet',
  partenaires: 'bilan-partenaires',
  copil: 'dossier-comite',
}

/** « compte-rendu-prefet-013-2026-S1-v1.pdf » */
export const nomDeRapport = (
  pour: Destinataire,
  { code, semestre }: Pick<MatiereDuSemestre, 'code' | 'semestre'>,
  version: number | null,
  forme: FormeDeRapport,
): string => `${NOMS[pour]}-${code}-${semestre.code}-${version === null ? 'projet' : `v${version}`}.${forme}`

/** Renders a report in every form; the sentence of the refusal where it cannot be published. */
export const rendrePourPublier = async (
  pour: Destinataire,
  matiere: MatiereDuSemestre,
): Promise<RapportRendu | string> => {
  const document = composer(RAPPORTS_DU_SEMESTRE[pour], matiere)
  if (porteUnNumero(document))
    return 'Le rapport porte un numéro unique : l’ôter du texte d’où il vient, puis le publier.'
  const fichiers = []
  for (const forme of CODES_FORMES_DE_RAPPORT) fichiers.push({ forme, contenu: await rendreRapport(document, forme) })
  return { pour, matiere, document, fichiers }
}

/** Keeps a version for ever: what it says, what it was written from, and its files as they are. */
export const garderPublication = async (
  etat: BaseEtat,
  { pour, matiere, document, fichiers }: RapportRendu,
  version: number,
  { role, par, le }: Signature,
): Promise<void> => {
  const { code: territoire, semestre, instantanes, logiciel } = matiere
  const rapport = await ajouterPublie(etat, {
    ...{ territoire, destinataire: pour, semestre: semestre.code, version },
    ...{ corrige: version > 1 ? version - 1 : null, titre: document.titre },
    instantanes: instantanes.map(({ date, empreinte }) => ({ date, empreinte })),
    ...{ seuils: seuilsDe(matiere), logiciel, chiffres: chiffresClesDe(matiere), matiere: figer(matiere) },
    ...{ role, par, le },
  })
  for (const { forme, contenu } of fichiers)
    await garderDocument(etat, {
      ...{ territoire, nature: 'RAPPORT', rapport, titre: document.titre, contenu, role, par, le },
      ...{ mesure: null, reunion: null, acte: null, modele: null, version, adresse: '' },
      ...{ nom: nomDeRapport(pour, matiere, version, forme), type: TYPES_DES_FORMES[forme] },
    })
}
