import { CODES_MODELES } from '../../reports/lettres/modeles.ts'
import type { Parties } from '../../reports/lettres/parties.ts'
import { NATURES_DOCUMENT, type NatureDocument, TYPES_DOCUMENT, type TypeDocument } from '../../web/documents.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, json, nul, octets, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** A template, as somebody wrote it; the latest row of a template holds, and none is ever changed. */
export const MODELES_DE_LETTRES = defineTableEtat(
  'modeles_de_lettres',
  {
    id,
    territoire: texte,
    modele: unDe(CODES_MODELES),
    parties: avecNumero('MASQUE', json<Parties>()),
    motif: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les modèles de lettres, version par version ; sans ligne, le texte du logiciel vaut.',
      colonnes: { modele: 'le modèle, par son code', parties: 'ses textes : objet, destinataire, corps…' },
    },
  },
)

/** A file that is kept: a letter as it was made, or what a person joined. A row is never changed. */
export const DOCUMENTS = defineTableEtat(
  'documents',
  {
    id,
    territoire: texte,
    nature: unDe(Object.keys(NATURES_DOCUMENT) as NatureDocument[]),
    mesure: nul(entier),
    reunion: nul(entier),
    /** The act of the measure that it was made or joined with. */
    acte: nul(entier),
    /** The template of a letter, and its version: 0 for that of the software. */
    modele: nul(unDe(CODES_MODELES)),
    version: nul(entier),
    titre: avecNumero('MASQUE', texte),
    /** What the file is called once it is downloaded. */
    nom: avecNumero('MASQUE', texte),
    type: unDe(Object.keys(TYPES_DOCUMENT) as TypeDocument[]),
    octets: entier,
    sha256: texte,
    /** Address of the service that a letter goes to; empty without. */
    adresse: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
    /** What was published, of which it is one of the forms. */
    rapport: nul(entier),
  },
  {
    decrit: {
      table: 'Les documents gardés : lettres faites, documents joints, rapports publiés.',
      colonnes: {
        nature: 'lettre, document joint, convocation, compte rendu ou rapport publié',
        mesure: 'numéro de la mesure ; vide sans',
        reunion: 'numéro de la réunion ; vide sans',
        rapport: 'numéro du rapport publié ; vide sans',
        acte: 'numéro de l’acte de la mesure avec lequel il est fait ou joint',
        modele: 'modèle de la lettre, par son code',
        version: 'version du modèle, 0 pour celui du logiciel',
        titre: 'ce qu’est le document',
        nom: 'nom du fichier',
        type: 'forme du fichier, jugée à son contenu',
        octets: { sens: 'taille du fichier', unite: 'octets' },
        sha256: 'SHA-256 du fichier',
        adresse: 'adresse du service à qui la lettre s’adresse',
      },
    },
  },
)

/** The bytes of each document. */
export const DOCUMENTS_CONTENUS = defineTableEtat(
  'documents_contenus',
  { document: entier, contenu: octets },
  {
    decrit: {
      table: 'Les fichiers des documents.',
      colonnes: { document: 'numéro du document', contenu: 'octets du fichier' },
    },
    remise: { enFichiers: true },
  },
)
