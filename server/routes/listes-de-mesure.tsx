import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { tableauDesDossiers } from '../../reports/tableau/enregistrements.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { direListeFermee } from '../../web/modeles/annexes.ts'
import { ListeDeMesure } from '../../web/pages/liste-de-mesure.tsx'
import { type AnnexeDonnee, demanderAnnexe } from '../acces/porte/annexes.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { annexeVue } from '../lecture/annexes.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportAnnexe } from '../lecture/exports.ts'
import { listeDossiers, ordreDossiers } from '../lecture/liste-dossiers.ts'
import { premiersDe } from '../lecture/premiers.ts'
import { dernierMoisDe } from '../lecture/preuves.ts'
import { sujetDesMesures } from '../lecture/sujet-mesures.ts'
import { agirSurListe, joindreListes } from '../services/annexes.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { rendreMesure } from './page-mesure.tsx'
import { schemaActeDeListe, schemaListes } from './saisie-mesure.ts'
import { continuer } from './suite.ts'

/** A list that is read no more: it existed, and the address will not give it again. */
const DISPARUE = 410

/** The lists of demandes joined to a measure: read, taken away in a file, joined, renewed, withdrawn. */
export const listesDeMesure = (deps: Deps): Hono<Env> => {
  const maintenant = () => instantDe(deps.maintenant())
  const aujourdhui = () => jourDe(deps.maintenant())
  const jugeeDe = async (c: Context<Env>) => {
    const lu = await sujetDesMesures(c, aujourdhui())
    const jugee = lu?.jugees.find(({ mesure }) => String(mesure.id) === c.req.param('id'))
    return lu === null || jugee === undefined ? null : { lu, jugee }
  }

  const lue = async (c: Context<Env>, { annexe, donnes, autreInstantane }: AnnexeDonnee) => {
    const { contexte, lecteur } = await lireSujet(c)
    if (donnes === null) return null
    try {
      const lignes = await premiersDe(donnes.lignes)
      const { colonnes } = tableauDesDossiers(donnes, { maintenant: maintenant(), version: deps.version })
      const guichets = (await dernierMoisDe(lecteur, annexe.territoire))?.portee.guichets ?? []
      return {
        liste: listeDossiers(donnes.demande.indicateur, colonnes, lignes, guichets),
        total: donnes.total,
        effaces: await donnes.compterEffaces(),
        autreInstantane,
        exports: lienExportAnnexe(contexte, annexe.id),
      }
    } finally {
      donnes.fermer()
    }
  }

  return new Hono<Env>()
    .use('/mesures/:id/listes/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/mesures/:id/listes/:liste', async (c) => {
      const { lecteur, contexte, portee } = await lireSujet(c)
      const { territoire } = contexte
      if (territoire === null) return c.notFound()
      const { id: mesure, liste } = c.req.param()
      const donnee = await demanderAnnexe(
        lecteur,
        { territoire, id: Number(liste) || 0, mesure, aujourdhui: aujourdhui() },
        { action: 'CONSULTATION', instant: maintenant() },
        (indicateur) => ordreDossiers(indicateur, contexte.requete.tri, portee?.guichets ?? []),
      )
      if (donnee === null) return c.notFound()
      const vue = annexeVue(donnee.annexe, donnee.mesure, {
        aujourdhui: aujourdhui(),
        role: lecteur.acces.role,
        nommer: await nommerAuteurs(lecteur),
      })
      const page = <ListeDeMesure contexte={contexte} mesure={donnee.mesure} annexe={vue} lue={await lue(c, donnee)} />
      return c.html(page, donnee.donnes === null ? DISPARUE : 200)
    })
    .get('/exports/:fichier{annexe\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || territoire === null) return c.notFound()
      const donnee = await demanderAnnexe(
        lecteur,
        { territoire, id: Number(c.req.query('annexe')) || 0, aujourdhui: aujourdhui() },
        { action: 'EXPORT', instant: maintenant(), forme: format },
      )
      if (donnee === null) return c.notFound()
      const { annexe, mesure, donnes, situation } = donnee
      if (donnes === null) return c.text(direListeFermee(situation), DISPARUE)
      const tableau = tableauDesDossiers(donnes, { maintenant: maintenant(), version: deps.version })
      const nom = ['liste-mesure', mesure.reference, annexe.indicateur, annexe.entite, annexe.mois].join('-')
      return envoyer(c, pourLire(tableau, format), format, nom, donnes.fermer)
    })
    .post('/mesures/:id/listes', async (c) => {
      const sujet = await jugeeDe(c)
      if (sujet === null) return c.notFound()
      const { lu, jugee } = sujet
      const champs = await lireFormulaire(c, schemaListes)
      if ('reproche' in champs) return rendreMesure(c, lu, jugee, { refus: champs.reproche })
      const issue = await joindreListes(c.get('lecteur'), jugee, champs.champs.ligne.map(Number), deps.maintenant())
      if ('refus' in issue) return rendreMesure(c, lu, jugee, issue)
      return continuer(deps, c, `/mesures/${jugee.mesure.id}#listes`, { fait: 'La liste des demandes est jointe.' })
    })
    .post('/mesures/:id/listes/:liste', async (c) => {
      const sujet = await jugeeDe(c)
      const id = Number(c.req.param('liste')) || 0
      if (sujet === null || !sujet.jugee.vue.annexes.some((annexe) => annexe.id === id)) return c.notFound()
      const { lu, jugee } = sujet
      const champs = await lireFormulaire(c, schemaActeDeListe)
      if ('reproche' in champs) return rendreMesure(c, lu, jugee, { refus: champs.reproche })
      const { acte } = champs.champs
      const issue = await agirSurListe(c.get('lecteur'), jugee, { annexe: id, acte }, deps.maintenant())
      if ('refus' in issue) return rendreMesure(c, lu, jugee, issue)
      return continuer(deps, c, `/mesures/${jugee.mesure.id}#listes`, {
        fait: acte === 'RETIRER' ? 'La liste est retirée.' : 'La liste est renouvelée.',
      })
    })
}
