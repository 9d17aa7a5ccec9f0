import { describe, expect, it } from 'vitest'
import { enJour, enMois, type Mois } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import { porteeDuMois } from '../../../server/acces/lecteur.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import { pointsDe } from '../../../server/lecture/chiffres.ts'
import type { BaseEtat } from '../../../server/state/etat.ts'
import { lireReglages } from '../../../server/state/reglages.ts'
import { adresse, creerApplication, envoyer, poster } from '../aide.ts'
import { fichiersDe, GUICHETS, marqueDe, PAIRES, preparerDeuxTerritoires, type Territoire } from './deux-territoires.ts'

const territoires = preparerDeuxTerritoires()

const personne = (role: Role, territoire: Territoire) => ({
  role,
  territoires: [territoire],
  service: role === 'guichet' ? GUICHETS[territoire][0].code : null,
  courriel: `${role}-de-${territoire}-${Math.random().toString(36).slice(2)}@exemple.fr`,
})

/** What is of a territory and of no other, whatever it stands in. */
const traces = (territoire: Territoire): string[] => [
  ...PAIRES[territoire],
  `${territoire}1026`,
  ...GUICHETS[territoire].flatMap(({ code, libelle }) => [code, libelle]),
  marqueDe(territoire),
  `tenant-${territoire}`,
]

/** What each page may be asked, beside itself. */
const SUITES: Readonly<Record<string, readonly ((guichet: string) => string)[]>> = {
  '/doublons': [() => 'etat=TOUS'],
  '/dossiers': [
    () => 'indicateur=forcages&niveau=TERRITOIRE',
    (guichet) => `indicateur=enregistrements&niveau=GUICHET&entite=${guichet}`,
  ],
  '/exports/enregistrements.json': [() => 'indicateur=enregistrements&niveau=TERRITOIRE'],
}

/** Addresses of a route, as somebody would write them to see as much as they can. */
const adressesDe = (chemin: string, territoire: Territoire): string[] => {
  const guichet = GUICHETS[territoire][0].code
  const concret = chemin
    .replace('/guichets/:code', `/guichets/${guichet}`)
    .replace('/indicateurs/:code', '/indicateurs/forcages')
    .replace('/doublons/:groupe', '/doublons/1')
    .replace(':territoire/:date', `${territoire}/2026-10-31`)
    .replace(':id', '1')
    .replace(/:fichier\{([\w-]+)\\\.\[a-z\]\+\}/, '$1.json')
  return [concret, ...(SUITES[concret] ?? []).map((suite) => `${concret}?${suite(guichet)}`)]
}

const lectures = Object.entries(TABLE)
  .filter(([route, regle]) => route.startsWith('GET ') && regle !== PUBLIC)
  .map(([route]) => route.slice('GET '.length))

const lire = async (app: Awaited<ReturnType<typeof creerApplication>>['app'], chemin: string) => {
  const reponse = await app.request(adresse(chemin))
  return { statut: reponse.status, texte: await reponse.text() }
}

/** The traces of a territory that an answer holds, but for those that the person wrote: its own acts are its to read. */
const trouver = (texte: string, territoire: Territoire, ecrit: string): string[] =>
  traces(territoire).filter((trace) => texte.includes(trace) && !ecrit.includes(trace))

describe('deux territoires sous un même toit', () => {
  it.each(ROLES)(
    'rien de l’un n’est lu par le rôle %s de l’autre, sur aucune page ni dans aucun export',
    async (role) => {
      const { app } = await creerApplication(territoires().base, personne(role, '059'))
      let ecrit = ''
      for (const route of lectures) {
        const autres = adressesDe(route, '013')
        const visees = autres.map((chemin) => `${chemin}${chemin.includes('?') ? '&' : '?'}territoire=013`)
        for (const question of new Set([...adressesDe(route, '059'), ...autres, ...visees])) {
          ecrit += question
          const { texte } = await lire(app, question)
          expect([question, trouver(texte, '013', ecrit)]).toEqual([question, []])
        }
      }
    },
  )

  it('ce parcours voit bien ce qu’il cherche : le gestionnaire de chacun trouve tout ce qui est à lui', async () => {
    for (const territoire of ['013', '059'] as const) {
      const { app } = await creerApplication(territoires().base, personne('gestionnaire', territoire))
      const textes: string[] = []
      for (const route of lectures)
        for (const chemin of adressesDe(route, territoire)) textes.push((await lire(app, chemin)).texte)
      const tout = textes.join('\n')
      expect(traces(territoire).filter((trace) => !tout.includes(trace))).toEqual([])
    }
  })
})

/** Everything kept of a territory that a form could change. */
const etatDe = async (etat: BaseEtat, base: Base, territoire: Territoire) => {
  const de = (table: 'normes' | 'qualifications_paires' | 'qualifications_forcages' | 'signalements') =>
    etat.selectFrom(table).selectAll().where('territoire', '=', territoire).execute()
  return {
    normes: await de('normes'),
    paires: await de('qualifications_paires'),
    forcages: await de('qualifications_forcages'),
    signalements: await de('signalements'),
    etapes: await etat
      .selectFrom('signalements_etapes as e')
      .innerJoin('signalements as s', 's.id', 'e.signalement')
      .selectAll('e')
      .where('s.territoire', '=', territoire)
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
  etape: 'ACCEPTE',
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
    const signalements = avant.signalements.map(({ id }) => id)
    for (const route of ecritures)
      for (const id of new Set([...comptes, ...signalements]))
        for (const suite of ['', '?territoire=013']) {
          const chemin = `${route.replace(':id', String(id)).replace(':groupe', '1')}${suite}`
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
      expect((await autre.request(adresse(suivi))).headers.get('location')).toBe('/imports')
      expect((await autre.request(adresse(`${suivi}/suivi`))).status).toBe(404)
    }
    expect(await listInstantanes(base.connection, '013')).toHaveLength(1)
  })
})

describe('ce qui est de l’installation', () => {
  const cle = 'jours_inutilise'
  const champs = { cle, valeur: '90', depuis: '2026-11-01', motif: 'essai' }

  it('se règle par qui tient tous les territoires, et par lui seul', async () => {
    const { base } = territoires()
    const { app: sien } = await creerApplication(base, personne('gestionnaire', '059'))
    expect((await sien.request(adresse('/parametres/reglage'), poster(champs))).status).toBe(403)
    expect((await lire(sien, '/parametres')).texte).not.toContain('Comptes inutilisés')
    const tenant = { role: 'gestionnaire', territoires: ['013', '059'] } as const
    const { app, etat } = await creerApplication(base, tenant)
    expect((await lire(app, '/parametres')).texte).toContain('Comptes inutilisés')
    expect((await app.request(adresse('/parametres/reglage'), poster(champs))).status).toBe(200)
    const [regle] = await etat.selectFrom('reglages').selectAll().where('cle', '=', cle).execute()
    expect([regle?.territoire, regle?.valeur]).toEqual([null, '90'])
    await etat.deleteFrom('reglages').where('cle', '=', cle).execute()
  })

  it('ne se lit au journal que de qui tient tout, et de qui l’a fait', async () => {
    const { base } = territoires()
    const lu = async (qui: Parameters<typeof creerApplication>[1]) => {
      const { app } = await creerApplication(base, qui)
      return (await lire(app, '/journal?action=CONNEXION')).texte
    }
    const tout = await lu({ role: 'gestionnaire', territoires: ['013', '059'] })
    expect([tout.includes(marqueDe('013')), tout.includes(marqueDe('059'))]).toEqual([true, true])
    const autre = await lu(personne('gestionnaire', '059'))
    expect([autre.includes(marqueDe('013')), autre.includes(marqueDe('059'))]).toEqual([false, false])
    const tiers = await creerApplication(base, { ...personne('gestionnaire', '059'), courriel: 'tiers@exemple.fr' })
    await tiers.app.request(adresse('/guichets?territoire=013'))
    expect((await lire(tiers.app, '/journal?action=REFUS')).texte).toContain('tiers@exemple.fr')
  })
})

describe('un réglage de territoire', () => {
  it('vaut sur le sien, même pour qui en tient deux : la page l’y enregistre', async () => {
    const { base } = territoires()
    const { app, etat } = await creerApplication(base, { role: 'gestionnaire', territoires: ['013', '059'] })
    const page = (await lire(app, '/parametres?territoire=059')).texte
    const action = /action="([^"]*parametres\/reglage[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const decision = { cle: 'copil_nominatif', valeur: 'false', depuis: '2026-11-02', motif: 'revu à Lille' }
    expect((await app.request(adresse(action), poster(decision))).status).toBe(200)
    const [dernier] = await etat.selectFrom('reglages').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect([dernier?.territoire, dernier?.valeur]).toEqual(['059', 'false'])
    const nommes = async (territoire: Territoire) => {
      const { app: comite } = await creerApplication(base, personne('copil', territoire))
      return (await lire(comite, '/exports/indicateurs.json')).texte.includes(GUICHETS[territoire][1].libelle)
    }
    expect([await nommes('013'), await nommes('059')]).toEqual([true, false])
    await etat
      .deleteFrom('reglages')
      .where('id', '=', dernier?.id ?? 0)
      .execute()
  })
})

describe('ce qu’on garde en mémoire', () => {
  it('deux suites de mois d’un même guichet ne se partagent pas', async () => {
    const { base } = territoires()
    const { etat } = await creerApplication(base)
    const calcule = (await lireMoisCalcules(base.connection, '059')).at(-1)
    if (calcule === undefined) throw new Error('aucun mois calculé')
    const acces = { qui: 'a@exemple.fr', role: 'gestionnaire', territoires: ['059'], service: null } as const
    const lecteur = { base, etat, acces, reglages: await lireReglages(etat, enJour('2026-11-23')) }
    const portee = await porteeDuMois(lecteur, '059', calcule)
    const lire = async (mois: readonly Mois[]) =>
      (await pointsDe({ lecteur, portee, territoire: '059', calcule }, GUICHETS['059'][0].code, mois)).length
    expect(await lire([])).toBe(0)
    expect(await lire([enMois('2026-10')])).toBeGreaterThan(0)
  })
})

describe('la revue des comptes', () => {
  it('d’un territoire ne vaut pas pour un autre, ni pour qui tient les deux', async () => {
    const { base } = territoires()
    const signataire = async (qui: Parameters<typeof creerApplication>[1]) => {
      const { app } = await creerApplication(base, qui)
      const texte = (await lire(app, '/comptes')).texte
      return /tenant-(\d{3})@exemple\.fr<\/[^>]*>\s*<|signée par tenant-(\d{3})|par tenant-(\d{3})/
        .exec(texte)
        ?.slice(1)
        .find(Boolean)
    }
    expect(await signataire(personne('gestionnaire', '013'))).toBe('013')
    expect(await signataire(personne('gestionnaire', '059'))).toBe('059')
  })
})
