import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ErreurInfocentre, InstantaneRefuse, PanneInstallation } from '../../../ingest/socle/erreur.ts'
import { AccesRefuse } from '../../../server/acces/refus.ts'
import { raconter } from '../../../server/cli/raconter.ts'
import { MauvaisUsage } from '../../../server/cli/usage.ts'
import { SauvegardeAlteree } from '../../../server/sauvegarde/erreurs.ts'

const duSysteme = (code: string): Error =>
  Object.assign(new Error(`${code}: something failed, open '/srv/base'`), { code, path: '/srv/base' })

describe('ce qu’une erreur dit à qui a tapé la commande', () => {
  it('est sa phrase, pour toute erreur que l’on attend, et pour celle qui en est la cause', () => {
    const attendues = [
      new ErreurInfocentre('CODE', 'Une phrase.'),
      new PanneInstallation('CODE', 'Une phrase.'),
      new MauvaisUsage('Une phrase.'),
    ]
    for (const erreur of attendues) expect(raconter(erreur)).toBe('Une phrase.')
    expect(raconter(new InstantaneRefuse('CODE', 'Une phrase.'))).toBe('Une phrase. Rien n’a été chargé.')
    expect(raconter(new AccesRefuse('page'))).toBe('Accès refusé : page.')
    expect(raconter(new SauvegardeAlteree())).toMatch(/^La sauvegarde est altérée/)
    expect(raconter(new Error('wrapped', { cause: attendues[0] }))).toBe('Une phrase.')
  })

  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'EIO'])(
    'nomme le fichier que le système refuse (%s), en français',
    (code) => {
      expect(raconter(duSysteme(code))).toMatch(/^La commande a échoué avec \/srv\/base : .+\.$/)
      expect(raconter(duSysteme(code))).not.toContain('something')
    },
  )

  it.each([
    ['une erreur du programme', new TypeError("Cannot read properties of undefined (reading 'x')")],
    ['une erreur au nom trompeur', Object.assign(new Error('raw english'), { name: 'ErreurInfocentre' })],
    ['une erreur d’une bibliothèque', Object.assign(new Error('file is not a database'), { name: 'SqliteError' })],
    ['un code du système que l’on ne connaît pas', duSysteme('EWEIRD')],
    ['ce qui n’est pas une erreur', 'boom'],
    ['rien', undefined],
  ])('ne laisse passer aucun anglais : %s', (_titre, cause) => {
    expect(raconter(cause)).toMatch(/^La commande a échoué pour une raison .* --debug.*\.$/)
  })

  it.each([
    ['TROP_DE_REJETS', {}, 'Pour les admettre : --tolerance.'],
    ['DEJA_CHARGE', {}, 'Pour le remplacer : --remplacer.'],
    ['CARTE_ABSENTE', {}, 'Ils se donnent avec --territoire et --date.'],
    [
      'VALEURS_INCONNUES',
      { profil: { valeurs: { dalo: { 'Contingent A': '' } } } },
      'par exemple {"valeurs":{"dalo":{"Contingent A":""}}} ; pour les admettre : --tolerance-valeurs.',
    ],
    ['CODE', { fichier_rejets: '/srv/rejets.xlsx' }, 'Les lignes rejetées sont dans /srv/rejets.xlsx (et .csv).'],
  ])('dit ce que la ligne de commande offre contre un refus (%s)', (code, faits, suite) => {
    const phrase = raconter(new InstantaneRefuse(code, 'Une phrase.', faits))
    expect(phrase).toMatch(/^Une phrase\. .* Rien n’a été chargé\.$/)
    expect(phrase).toContain(suite)
  })

  it('un nom d’erreur ne décide de rien : seule la classe', () => {
    const source = readFileSync(new URL('../../../server/cli/executer.ts', import.meta.url), 'utf8')
    expect(source).not.toMatch(/\.name\b/)
  })
})
