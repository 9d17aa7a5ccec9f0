import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { lien } from '../../web/liens.ts'
import { direJourDEffet, type EffetVu, ListeHabilitations } from '../../web/pages/liste-habilitations.tsx'
import { OuvrirHabilitation } from '../../web/pages/ouvrir-habilitation.tsx'
import { recevoir } from '../depot.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { enChoix, type SujetHabilitations, sujetDesHabilitations } from '../lecture/habilitations/sujet.ts'
import { chargerLot, marqueDuLot } from '../services/habilitations/charger-lot.ts'
import { LISTE_HABILITATIONS } from '../services/habilitations/colonnes.ts'
import { lireListe } from '../services/habilitations/lire-fichier.ts'
import { createLots, type Lot } from '../services/habilitations/lots.ts'
import { type LotPrepare, preparerLot } from '../services/habilitations/preparer-lot.ts'
import { lireHabilitations } from '../state/habilitations.ts'
import { enRefus } from './formulaire.ts'
import { sansSujet } from './sans-sujet.tsx'
import { continuer } from './suite.ts'

/** In bytes: a list of agents is short. */
const OCTETS_D_UNE_LISTE = 5 * 2 ** 20

const UN_SEUL = 'Envoyer un seul fichier, en .csv ou en .xlsx.'

const effetsDe = (effets: LotPrepare['effets'], sorte: LotPrepare['effets'][number]['sorte']): EffetVu[] =>
  effets
    .filter((effet) => effet.sorte === sorte)
    .map((effet) => {
      const { agent, service } = effet
      if (effet.sorte === 'CLORE') return { agent, service, precision: direJourDEffet('close', effet.closeLe) }
      if (effet.sorte === 'CERTIFIER')
        return { agent, service, precision: direJourDEffet('valable jusqu’au', effet.certificat) }
      const { profil, ouverteLe } = effet.ouverture
      const fin = direJourDEffet('close', effet.closeLe)
      return {
        ...{ agent, service },
        precision: [profil, direJourDEffet('ouverte', ouverteLe), fin].filter((mot) => mot !== '').join(', '),
      }
    })

/** `/habilitations/fichier`: a list that the national system or a service gives, seen before it is loaded. */
export const listeHabilitations = (deps: Deps): Hono<Env> => {
  const lots = createLots()

  const prepare = async ({ services, acteur, aujourdhui }: SujetHabilitations, { lue, service }: Lot) => {
    const habilitations = await lireHabilitations(acteur.etat, acteur.territoire)
    return preparerLot(lue.lignes, { habilitations, services, service, aujourdhui })
  }

  /** The list that an address names, of the person and of the territory shown; null otherwise. */
  const trouver = async (c: Context<Env>) => {
    const lu = await sujetDesHabilitations(deps, c)
    const lot = lots.trouver(c.req.param('lot') ?? '', c.get('acces').qui, deps.maintenant())
    return lu === null || lot === null || lot.territoire !== lu.contexte.territoire ? null : { lu, lot }
  }

  const rendre = async (c: Context<Env>, lu: SujetHabilitations, lot: Lot, refus?: string) => {
    const { contexte } = lu
    const prepares = await prepare(lu, lot)
    lots.montrer(lot.id, marqueDuLot(prepares))
    return c.html(
      <ListeHabilitations
        contexte={contexte}
        fichier={lot.fichier}
        adresse={lien(contexte, `/habilitations/fichier/${lot.id}`)}
        ouvertures={effetsDe(prepares.effets, 'OUVRIR')}
        clotures={effetsDe(prepares.effets, 'CLORE')}
        certificats={effetsDe(prepares.effets, 'CERTIFIER')}
        absentes={prepares.absentes.map(({ agent, service }) => ({ agent, service, precision: '' }))}
        inchangees={prepares.inchangees}
        fautes={prepares.fautes.map(({ feuille, ligne, phrase }) => ({
          lieu: `${feuille === null ? '' : `Feuille ${feuille}, `}${feuille === null ? 'Ligne' : 'ligne'} ${ligne}`,
          phrase,
        }))}
        reconnues={LISTE_HABILITATIONS.colonnes.flatMap(({ nom, libelle }) => {
          const intitule = lot.lue.reconnues[nom]
          return intitule === undefined ? [] : [[libelle, intitule] as const]
        })}
        ignorees={lot.lue.ignorees}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  const refuserFichier = (c: Context<Env>, { contexte, services, aujourdhui }: SujetHabilitations, refus: string) =>
    c.html(
      <OuvrirHabilitation
        contexte={{ ...contexte, chemin: '/habilitations/ouvrir' }}
        services={enChoix(services)}
        aujourdhui={aujourdhui}
        saisie={{}}
        refus={{ phrase: refus, suite: 'Rien n’a été gardé.' }}
      />,
      422,
    )

  return new Hono<Env>()
    .post('/habilitations/fichier', bodyLimit({ maxSize: OCTETS_D_UNE_LISTE }), async (c) => {
      const lu = await sujetDesHabilitations(deps, c)
      if (lu === null) return c.notFound()
      const dossier = join(deps.base.dossier.temporaire, `liste-${randomUUID()}`)
      mkdirSync(dossier, { recursive: true, mode: 0o700 })
      try {
        const { champs, fichiers } = await recevoir(c.req.raw, dossier)
        const [fichier, ...autres] = fichiers
        if (fichier === undefined || autres.length > 0 || !/\.(csv|xlsx)$/i.test(fichier))
          return refuserFichier(c, lu, UN_SEUL)
        const service = champs.service ? champs.service : null
        const lue = await lireListe(join(dossier, fichier), dossier)
        const { territoire } = lu.contexte
        const id = lots.deposer({ qui: c.get('acces').qui, territoire, fichier, service, lue }, deps.maintenant())
        return c.redirect(lien(lu.contexte, `/habilitations/fichier/${id}`), 303)
      } catch (cause) {
        if (cause instanceof ErreurInfocentre && cause.publique) return refuserFichier(c, lu, cause.message)
        throw cause
      } finally {
        rmSync(dossier, { recursive: true, force: true })
      }
    })
    .get('/habilitations/fichier/:lot', async (c) => {
      const trouve = await trouver(c)
      return trouve === null ? sansSujet(c) : rendre(c, trouve.lu, trouve.lot)
    })
    .post('/habilitations/fichier/:lot', async (c) => {
      const trouve = await trouver(c)
      if (trouve === null) return c.notFound()
      const { lu, lot } = trouve
      const refus = await chargerLot(lu.acteur, lot, lu.services)
      if (refus !== null) return rendre(c, lu, lot, refus)
      lots.oter(lot.id)
      return continuer(deps, c, '/habilitations', { fait: `La liste ${lot.fichier} est chargée.` })
    })
}
