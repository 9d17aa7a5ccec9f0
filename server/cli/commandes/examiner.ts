import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Profil } from '../../../ingest/contract/profil.ts'
import { type Examen, examinerExtraction } from '../../../ingest/examen/examiner.ts'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { jourDe } from '../../horloge.ts'
import { mesurables } from '../../lecture/mesurables.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'
import { ouvrirProfil } from './importer.ts'

export interface OptionsExaminer {
  readonly profil?: string
  readonly profilSortie?: string
  readonly format: 'texte' | 'json'
  readonly sortie?: string
}

/** Asks, on a terminal, which proposals to keep; elsewhere the likeliest of each is kept. */
const choisir = async (env: Environnement, examen: Examen, depart: Profil): Promise<Profil> => {
  const colonnes: Record<string, readonly string[]> = { ...depart.colonnes }
  const dialogue =
    env.terminal && process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : null
  const pris = new Set(examen.tables.flatMap(({ colonnes_reconnues }) => Object.keys(colonnes_reconnues)))
  for (const { propositions } of examen.tables)
    for (const { intitule, colonnes: candidates } of propositions)
      for (const candidate of candidates) {
        if (pris.has(candidate)) continue
        const reponse = dialogue ? await dialogue.question(`« ${intitule} » est-il « ${candidate} » ? (o/n) `) : 'o'
        if (!/^o/i.test(reponse.trim())) continue
        colonnes[candidate] = [...(colonnes[candidate] ?? []), intitule]
        pris.add(candidate)
        break
      }
  dialogue?.close()
  const valeurs: Record<string, Readonly<Record<string, string>>> = { ...depart.valeurs }
  for (const { valeurs_inconnues } of examen.tables)
    for (const [colonne, inconnues] of Object.entries(valeurs_inconnues))
      valeurs[colonne] = {
        ...Object.fromEntries(Object.keys(inconnues).flatMap((mot) => (mot === '…' ? [] : [[mot, '']]))),
        ...valeurs[colonne],
      }
  return { ...depart, colonnes, ...(Object.keys(valeurs).length > 0 ? { valeurs } : {}) }
}

const raconter = (examen: Examen): string => {
  const { oui, non } = mesurables(examen.vides)
  const lignes = examen.tables.flatMap((table) => [
    `${table.fichier} (table ${table.table}) : ${Object.keys(table.colonnes_reconnues).length} colonnes reconnues.`,
    ...(table.colonnes_inconnues.length > 0 ? [`  Inconnues : ${table.colonnes_inconnues.join(', ')}.`] : []),
    ...(table.colonnes_ecartees.length > 0 ? [`  Jamais conservées : ${table.colonnes_ecartees.join(', ')}.`] : []),
    ...(table.colonnes_manquantes.length > 0 ? [`  Absentes : ${table.colonnes_manquantes.join(', ')}.`] : []),
    ...table.propositions.map(({ intitule, colonnes }) => `  « ${intitule} » : peut-être ${colonnes.join(' ou ')}.`),
  ])
  lignes.push(`Indicateurs mesurables : ${oui.length} sur ${INDICATEURS.length}.`)
  for (const { code, motif } of non) lignes.push(`  ${code} : ${String(motif).replace('COLONNE_VIDE', 'il manque')}`)
  if (examen.anomalies.length > 0)
    lignes.push('Premières anomalies :', ...examen.anomalies.map((anomalie) => `  ${anomalie}`))
  return `${lignes.join('\n')}\n`
}

/** Says what an extraction would give, and writes the profile that its questions lead to; stores nothing. */
export const examiner = async (env: Environnement, fichier: string, options: OptionsExaminer): Promise<void> => {
  const profil = options.profil === undefined ? {} : ouvrirProfil(resolve(env.cwd, options.profil))
  const examen = await examinerExtraction(resolve(env.cwd, fichier), profil, jourDe(env.maintenant()))
  const { oui, non } = mesurables(examen.vides)
  const json = {
    tables: examen.tables,
    indicateurs_mesurables: oui,
    indicateurs_non_mesurables: non.map(({ code }) => code),
    anomalies: examen.anomalies,
  }
  await writeAnswer(env, [options.format === 'json' ? `${JSON.stringify(json)}\n` : raconter(examen)], options.sortie)
  if (options.profilSortie !== undefined) {
    const choisi = await choisir(env, examen, profil)
    writeFileSync(resolve(env.cwd, options.profilSortie), `${JSON.stringify(choisi, null, 2)}\n`)
    env.dire(`Profil écrit dans ${options.profilSortie}.`)
  }
}
