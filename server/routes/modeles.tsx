import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { formatDate } from '../../ingest/socle/francais/format.ts'
import { estFormeDeDocument } from '../../reports/document.ts'
import { type CodeModele, estModele, modeleDe, partiesDe } from '../../reports/lettres/modeles.ts'
import type { Partie, Parties } from '../../reports/lettres/parties.ts'
import { remplir } from '../../reports/lettres/remplir.ts'
import { verifierModele } from '../../reports/lettres/verifier-modele.ts'
import { rendre } from '../../reports/render/rendre.ts'
import { PageModele } from '../../web/pages/modele.tsx'
import { Modeles } from '../../web/pages/modeles.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireEcrivain, piedDe } from '../lecture/lettres.ts'
import { champsOfferts, modelesVus, modeleVu, partiesDeVersion, partiesVues, versionsVues } from '../lecture/modeles.ts'
import { consigner } from '../state/journal.ts'
import { ecrireVersion, lireVersions, modeleEnVigueur } from '../state/modeles.ts'
import { envoyerDocument } from './envoyer-document.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requisSansNumero, texteSansNumero } from './formulaire.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

const LONGUEUR = 8000
const ORIGINE = 'Retour au texte du logiciel'

const schemaDe = (code: CodeModele) =>
  z.object({
    ...Object.fromEntries(partiesDe(code).map((partie) => [partie, texteSansNumero(LONGUEUR).default('')])),
    motif: requisSansNumero('Pourquoi ce changement', 300),
  })

/** `/parametres/modeles`: the templates of letters, version by version. */
export const modeles = (deps: Deps): Hono<Env> => {
  const { etat } = deps

  const sujetDe = async (c: Context<Env>) => {
    const { contexte, lecteur } = await lireSujet(c)
    const code = (c.req.param('modele') ?? '').toUpperCase()
    const { territoire } = contexte
    if (territoire === null || !estModele(code)) return null
    return { contexte, lecteur, code, territoire, versions: await lireVersions(etat, territoire) }
  }
  type Sujet = NonNullable<Awaited<ReturnType<typeof sujetDe>>>

  const page = async (
    c: Context<Env>,
    { contexte, lecteur, code, versions }: Sujet,
    reste: { readonly refus?: string; readonly parties?: Parties; readonly motif?: string } = {},
  ) => {
    const { fait } = annonceDe(deps, c)
    const nommer = await nommerAuteurs(lecteur)
    const vues = versionsVues(versions, code, nommer)
    const voulue = c.req.query('version')
    const lue = voulue === undefined ? null : (vues.find(({ rang }) => String(rang) === voulue) ?? null)
    const parties =
      reste.parties ??
      (lue === null ? undefined : partiesDeVersion(versions, code, lue.rang)) ??
      modeleEnVigueur(versions, code).parties
    return c.html(
      <PageModele
        contexte={{ ...contexte, chemin: '/parametres' }}
        modele={modeleVu(versions, code, nommer)}
        parties={partiesVues(code, parties)}
        champs={champsOfferts(code)}
        versions={vues}
        lue={lue}
        motif={reste.motif ?? ''}
        longueur={LONGUEUR}
        {...(fait ? { fait } : {})}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été changé.' } } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  /** Keeps a version of a template, and says so in the audit log. */
  const garder = async (c: Context<Env>, { code, territoire }: Sujet, parties: Parties, motif: string) => {
    const { qui: par, role } = c.get('acces')
    const le = instantDe(deps.maintenant())
    await ecrireVersion(etat, { territoire, modele: code, parties, motif, par, le })
    await consigner(etat, {
      ...{ instant: le, qui: par, role, action: 'REGLAGE', territoire },
      detail: { quoi: `modèle « ${modeleDe(code).nom} »`, motif },
    })
    return continuer(deps, c, `/parametres/modeles/${code.toLowerCase()}`, {
      fait: 'Le modèle est enregistré. Les lettres déjà faites gardent le leur.',
    })
  }

  return new Hono<Env>()
    .use('/parametres/modeles/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/parametres/modeles', async (c) => {
      const { contexte, lecteur } = await lireSujet(c)
      const { fait } = annonceDe(deps, c)
      const versions = contexte.territoire === null ? [] : await lireVersions(etat, contexte.territoire)
      return c.html(
        <Modeles
          contexte={{ ...contexte, chemin: '/parametres' }}
          modeles={modelesVus(versions, await nommerAuteurs(lecteur))}
          {...(fait ? { fait } : {})}
        />,
      )
    })
    .get('/parametres/modeles/:modele', async (c) => {
      const sujet = await sujetDe(c)
      return sujet === null ? sansSujet(c) : page(c, sujet)
    })
    .get('/parametres/modeles/:modele/:fichier{exemple\\.[a-z]+}', async (c) => {
      const sujet = await sujetDe(c)
      const forme = c.req.param('fichier').split('.')[1] ?? ''
      if (sujet === null || !estFormeDeDocument(forme)) return c.notFound()
      const { code, territoire, versions, lecteur } = sujet
      const ecrivain = await lireEcrivain(lecteur, territoire, deps.maintenant())
      // The head alone shows itself on an empty letter.
      const montre = code === 'EN_TETE' ? 'MESSAGE' : code
      const document = remplir(modeleEnVigueur(versions, montre), {
        valeurs: { territoire: ecrivain.territoire, auteur: ecrivain.auteur, date: formatDate(ecrivain.jour) },
        mentions: [],
        pied: piedDe(ecrivain, `Exemple : ${modeleDe(montre).nom}`, null),
        date: formatDate(ecrivain.jour),
        projet: true,
      })
      return envoyerDocument(deps, c, {
        nom: `exemple-${montre.toLowerCase().replace('_', '-')}.${forme}`,
        type: forme === 'pdf' ? 'PDF' : 'DOCX',
        octets: await rendre(document, forme),
        territoire,
      })
    })
    .post('/parametres/modeles/:modele', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const brut = await c.req.parseBody()
      const saisies: Parties = Object.fromEntries(
        partiesDe(sujet.code).map((partie): [Partie, string] => [partie, String(brut[partie] ?? '')]),
      )
      const lu = await lireFormulaire(c, schemaDe(sujet.code))
      const refuser = (refus: string) => page(c, sujet, { refus, parties: saisies, motif: String(brut.motif ?? '') })
      if ('reproche' in lu) return refuser(lu.reproche)
      const { motif, ...parties } = lu.champs
      const faute = verifierModele(sujet.code, parties)
      return faute === null ? garder(c, sujet, parties, motif) : refuser(faute)
    })
    .post('/parametres/modeles/:modele/origine', async (c) => {
      const sujet = await sujetDe(c)
      return sujet === null ? c.notFound() : garder(c, sujet, modeleDe(sujet.code).defaut, ORIGINE)
    })
}
