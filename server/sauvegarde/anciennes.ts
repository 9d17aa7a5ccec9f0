import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Jour, plusJours } from '../../ingest/socle/jour.ts'
import { lireEntete } from './entete.ts'

/** How long a backup may be kept: what retention erases is then gone from backups too, five weeks later at the latest. */
export const JOURS_DE_SAUVEGARDE = 35

export const estPerimee = (creeLe: string, aujourdhui: Jour): boolean =>
  plusJours(creeLe.slice(0, 10), JOURS_DE_SAUVEGARDE) < aujourdhui

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
