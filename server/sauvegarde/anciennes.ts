import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Jour, jourDeLInstant, plusJours } from '../../ingest/socle/jour.ts'
import { JOURS_DE_SAUVEGARDE } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { lireEntete } from './entete.ts'

export const estPerimee = (creeLe: string, aujourdhui: Jour): boolean =>
  plusJours(jourDeLInstant(creeLe), regleEn(JOURS_DE_SAUVEGARDE, aujourdhui)) < aujourdhui

/** Deletes the backups of a folder that are past their age, and nothing that is not a backup; their names. */
export const supprimerAnciennes = (dossier: string, aujourdhui: Jour): string[] =>
  readdirSync(dossier, { withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ name }) => name)
    .filter((nom) => {
      const chemin = join(dossier, nom)
      const lue = lireEntete(chemin)
      if (lue === null || !estPerimee(lue.cree_le, aujourdhui)) return false
      rmSync(chemin)
      return true
    })
    .toSorted()
