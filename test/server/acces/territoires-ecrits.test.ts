import { describe, expect, it } from 'vitest'
import type { Base } from '../../../ingest/store/base.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { ROLES } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import type { BaseEtat } from '../../../server/state/etat.ts'
import { adresse, creerApplication, envoyer, poster } from '../aide.ts'
import { fichiersDe, PAIRES, personne, preparerDeuxTerritoires, type Territoire } from './deux-territoires.ts'

const territoires = preparerDeuxTerritoires()

/** Everything kept of a territory that a form could change. */
const etatDe = async (etat: BaseEtat, base: Base, territoire: Territoire) => {
  const de = (table: 'normes' | 'qualifications_paires' | 'qualifications_forcages' | 'demarches') =>
    etat.selectFrom(table).selectAll().where('territoire', '=', territoire).execute()
  return {
    normes: await de('normes'),
    paires: await de('qualifications_paires'),
    forcages: await de('qualifications_forcages'),
    demarches: await de('demarches'),
    actes: await etat
      .selectFrom('demarches_actes as a')
      .innerJoin('demarches as d', 'd.id', 'a.demarche')
      .selectAll('a')
      .where('d.territoire', '=', territoire)
      .execute(),
    reglages: await etat
      .selectFrom('reglages')
      .selectAll()
      .where((eb) => eb.or([eb('territoire', '=', territoire), eb('territoire', 'is', null)]))
      .execute(),
    comptes: await etat
      .selectFrom('comptes')
      .select(['id', 'courriel', 'role', 'territoires', 'mot_de_passe', 'ferme_le'])
      .where('territoires', 'like', `%${territoire}%`)
      .execute(),
    instantanes: (await listInstantanes(base.connection)).filter((i) => i.territoire === territoire),
  }
}

const CHAMPS = {
  indicateur: 'forcages',
  nature: 'seuil',
  valeur: '5',
  depuis: '2026-11-01',
  motif: 'essai',
  verdict: 'HOMONYMIE',
  numero: PAIRES['013'][1],
  numeros: PAIRES['013'].join(' '),
  garde: PAIRES['013'][0],
  acte: 'ACCEPTER',
  courriel: 'intrus@exemple.fr',
  nom: 'Intrus',
  role: 'etat',
  territoires: '013',
  service: '',
}

const ecritures = Object.entries(TABLE)
  .filter(([route, regle]) => route.startsWith('POST ') && regle !== PUBLIC && !/deconnexion|compte\//.test(route))
  .map(([route]) => route.slice('POST '.length))

describe('ce qui s’écrit d’un territoire', () => {
  it.each(ROLES)('ne change par aucun formulaire du rôle %s de l’autre', async (role) => {
    const { base } = territoires()
    const { app, etat } = await creerApplication(base, personne(role, '059'))
    const avant = await etatDe(etat, base, '013')
    const comptes = avant.comptes.map(({ id }) => id)
    const demarches = avant.demarches.map(({ id }) => id)
    for (const route of ecritures)
      for (const id of new Set([...comptes, ...demarches]))
        for (const suite of ['', '?territoire=013']) {
          const chemin = `${route.replace(':id', String(id)).replace(':groupe', '1').replace(':sorte', 'doublon')}${suite}`
          const reglages = [
            { cle: 'copil_nominatif', valeur: 'false' },
            { cle: 'second_facteur', valeur: '[]' },
            { cle: 'jours_inutilise', valeur: '90' },
          ]
          const champs = route.endsWith('/reglage') ? reglages : [{}]
          for (const reste of champs) await app.request(adresse(chemin), poster({ ...CHAMPS, ...reste }))
        }
    expect(await etatDe(etat, base, '013')).toEqual(avant)
  })

  it('ne se charge pas, et le refus ne dit pas ce qui en est déjà chargé', async () => {
    const { base } = territoires()
    const { app } = await creerApplication(base, personne('gestionnaire', '059'))
    const { app: autre } = await creerApplication(base, personne('gestionnaire', '059'))
    for (const fichiers of [
      fichiersDe('013'),
      { ...fichiersDe('013'), 'guichets.csv': 'code;libelle;categorie\nZZZZZ;Autre;EPCI\n' },
    ]) {
      const depot = await app.request(adresse('/imports'), envoyer(fichiers))
      const suivi = depot.headers.get('location') ?? ''
      let reponse = await app.request(adresse(suivi))
      while (reponse.status === 200) {
        await reponse.text()
        await new Promise((resolve) => setTimeout(resolve, 50))
        reponse = await app.request(adresse(suivi))
      }
      expect(reponse.status).toBe(422)
      const texte = await reponse.text()
      expect(texte).toContain('que votre compte ne couvre pas')
      expect(texte).not.toContain('déjà chargé avec un autre contenu')
      // Another's import is nobody else's to follow.
      for (const chemin of [suivi, `${suivi}/suivi`])
        expect((await autre.request(adresse(chemin))).headers.get('location')).toBe('/imports')
    }
    expect(await listInstantanes(base.connection, '013')).toHaveLength(1)
  })
})
