import { parseArgs } from 'node:util'
import { essaiDImport } from './importer.ts'
import { type Essai, essaiDeLecture, lancer, TROP_LONG } from './lancer.ts'
import { veiller } from './veille.ts'

const { values } = parseArgs({
  options: {
    graine: { type: 'string', default: '1' },
    fichiers: { type: 'string', default: '1000' },
    imports: { type: 'string', default: '0' },
    un: { type: 'string' },
  },
})
const graine = Number(values.graine)
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const veille = veiller(12 * TROP_LONG)
let echecs = 0

const essayer = async (quoi: string, essai: Essai, fichiers: number): Promise<void> => {
  const un = values.un === undefined ? null : Number(values.un)
  const suivi = (rang: number, sorte: string) => veille.commencer(`${quoi}, graine ${graine}, n° ${rang} (${sorte})`)
  try {
    const resultat = await lancer(essai, { graine, de: un ?? 0, fichiers: un === null ? fichiers : 1, suivi, dire })
    echecs += resultat.echecs.length
    dire(`\n${quoi}, graine ${graine}\n\n${resultat.tableau}\n${resultat.echecs.length} échecs.`)
  } finally {
    await essai.fermer()
  }
}

if (Number(values.fichiers) > 0) await essayer('Lecture', await essaiDeLecture(), Number(values.fichiers))
if (Number(values.imports) > 0) await essayer('Import', await essaiDImport(), Number(values.imports))
veille.cesser()
process.exitCode = echecs === 0 ? 0 : 1
