import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TABLE } from '../../../server/acces/table.ts'
import { COMPOSES } from '../../../web/composants/composes.ts'
import { Composants, listSpecimens } from '../../../web/pages/composants.tsx'
import { contexteDe } from '../fixtures.ts'
import { rendre } from '../rendre.tsx'

const RACINE = join(import.meta.dirname, '../../../web/components')
const contexte = contexteDe('/composants')
const specimens = listSpecimens(contexte)

describe('la page des composants', () => {
  it('n’oublie aucun fichier de web/components, et n’en nomme aucun qui n’y soit plus', () => {
    const fichiers = readdirSync(RACINE, { recursive: true, encoding: 'utf8' })
      .filter((fichier) => fichier.endsWith('.tsx'))
      .map((fichier) => fichier.replace('.tsx', ''))
    const montres = [...new Set([...specimens.map(({ fichier }) => fichier), ...Object.keys(COMPOSES)])]
    expect(fichiers.length).toBeGreaterThan(80)
    expect(montres.toSorted()).toEqual(fichiers.toSorted())
  })

  it('montre tout ce qu’exporte un fichier dont elle montre un composant seul', () => {
    for (const fichier of new Set(specimens.map((specimen) => specimen.fichier))) {
      const source = readFileSync(join(RACINE, `${fichier}.tsx`), 'utf8')
      const exportes = [...source.matchAll(/^export const ([A-Z]\w+)/gm)].map(([, nom]) => nom)
      const montres = specimens.filter((specimen) => specimen.fichier === fichier).map(({ nom }) => nom)
      if (!(fichier in COMPOSES)) expect([fichier, montres.toSorted()]).toEqual([fichier, exportes.toSorted()])
    }
  })

  it('dit d’un composé une page que l’application déclare', () => {
    for (const [fichier, page] of Object.entries(COMPOSES))
      if (page !== '') expect([fichier, TABLE[`GET ${page}`]]).toEqual([fichier, expect.anything()])
  })

  it.each(specimens.map((specimen) => [specimen.nom, specimen] as const))(
    '%s se rend comme avant',
    async (nom, { etats }) => {
      const lignes = await Promise.all(
        etats.map(async ([etat, montre]) => `<!-- ${etat} -->\n${await rendre(<div>{montre}</div>)}`),
      )
      await expect(`${lignes.join('\n').replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`${nom}.html`)
    },
  )

  it('n’emploie aucun identifiant deux fois', async () => {
    const html = await rendre(<Composants contexte={contexte} />)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
})
