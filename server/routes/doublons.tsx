import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Cle } from '../../metrics/doublons/lire.ts'
import { SEUIL_DOUBLON } from '../../metrics/doublons/seuil.ts'
import { estVerdict } from '../../metrics/doublons/verdicts.ts'
import { tableauDoublons } from '../../reports/tableau/doublons.ts'
import { FILTRES_GROUPES, type FiltreGroupes, MOTS_CLES, type ResumeGroupe } from '../../web/doublons.ts'
import { lien } from '../../web/liens.ts'
import { Doublons } from '../../web/pages/doublons.tsx'
import { GroupeDoublons } from '../../web/pages/groupe-doublons.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { consignerNumeros } from '../acces/porte.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import {
  avisDuGroupe,
  demandesDuGroupe,
  disculpesDe,
  doublonsDe,
  messagesDe,
  pairesDuGroupe,
  resumerGroupes,
} from '../lecture/doublons.ts'
import { lienExportTable } from '../lecture/exports.ts'
import { qualifierPaires } from '../state/qualifications.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, texte } from './formulaire.ts'

const estFiltre = (code: string | undefined): code is FiltreGroupes =>
  code !== undefined && Object.hasOwn(FILTRES_GROUPES, code)
const estCle = (code: string | undefined): code is Cle => code !== undefined && Object.hasOwn(MOTS_CLES, code)

const repond = (filtre: FiltreGroupes, { verdict }: ResumeGroupe): boolean =>
  filtre === 'TOUS' || (filtre === 'A_QUALIFIER' ? verdict === null : verdict === filtre)

const schema = z.object({ verdict: texte(20), motif: texte(500) })

/** `/doublons`, the groups to qualify, and `/doublons/:groupe`, one of them side by side. */
export const doublons = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  const lireGroupe = async (c: Context<Env>) => {
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    const trouves = territoire === null ? null : await doublonsDe(lecteur, territoire)
    const rang = Number(c.req.param('groupe'))
    const groupe = trouves?.groupes.find((g) => g.groupe === rang)
    return territoire === null || trouves === null || groupe === undefined
      ? { contexte, trouve: null }
      : { contexte, trouve: { lecteur, territoire, trouves, groupe, paires: pairesDuGroupe(trouves, groupe.groupe) } }
  }

  return new Hono<Env>()
    .use('/doublons/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/doublons', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
      const trouves = await doublonsDe(lecteur, territoire)
      const tous = trouves === null ? [] : await resumerGroupes(lecteur, territoire, trouves)
      const { etat, cle, guichet } = c.req.query()
      const filtre = estFiltre(etat) ? etat : 'A_QUALIFIER'
      const choisis = tous.filter(
        (g) => (!estCle(cle) || g.cle === cle) && (!guichet || g.guichets.includes(guichet.toUpperCase())),
      )
      const groupes = choisis.filter((g) => repond(filtre, g))
      await consignerNumeros(lecteur, {
        ...{ action: 'CONSULTATION', instant: instant(), territoire },
        nombre: groupes.slice(0, 200).reduce((n, { numeros }) => n + numeros.length, 0),
        detail: { liste: 'doublons', etat: filtre, cle, guichet },
      })
      const comptes = Object.fromEntries(
        (Object.keys(FILTRES_GROUPES) as FiltreGroupes[]).map((f) => [f, choisis.filter((g) => repond(f, g)).length]),
      ) as Record<FiltreGroupes, number>
      return c.html(
        <Doublons
          contexte={contexte}
          instantane={trouves?.instantane ?? null}
          groupes={groupes}
          comptes={comptes}
          filtre={filtre}
          cle={estCle(cle) ? cle : null}
          guichet={guichet ?? null}
          seuil={SEUIL_DOUBLON}
          marques={trouves === null ? {} : await disculpesDe(lecteur, territoire, trouves.instantane)}
          messages={trouves === null ? [] : await messagesDe(lecteur, territoire, trouves.instantane)}
          exports={trouves === null ? [] : lienExportTable(contexte, 'doublons')}
        />,
      )
    })
    .get('/doublons/:groupe', async (c) => {
      const { contexte, trouve } = await lireGroupe(c)
      if (trouve === null) return c.html(<Introuvable contexte={contexte} quoi="ce groupe de doublons" />, 404)
      const { lecteur, territoire, trouves, groupe, paires } = trouve
      const nominatif = lecteur.acces.role === 'gestionnaire'
      await consignerNumeros(lecteur, {
        ...{ action: nominatif ? 'CONSULTATION_NOMS' : 'CONSULTATION', instant: instant(), territoire },
        ...{ nombre: groupe.numeros.length, detail: { groupe: groupe.groupe, numeros: groupe.numeros } },
      })
      const aVoir = (await resumerGroupes(lecteur, territoire, trouves)).filter(
        (g) => g.verdict === null || g.groupe === groupe.groupe,
      )
      const place = aVoir.findIndex((g) => g.groupe === groupe.groupe)
      return c.html(
        await GroupeDoublons({
          ...{ contexte, groupe: groupe.groupe, instantane: trouves.instantane, paires },
          demandes: await demandesDuGroupe(lecteur, territoire, groupe.numeros, nominatif),
          avis: await avisDuGroupe(lecteur, territoire, paires),
          peutQualifier: nominatif,
          precedent: aVoir[place - 1]?.groupe ?? null,
          suivant: aVoir[place + 1]?.groupe ?? null,
          fait: c.req.query('fait') === '1',
        }),
      )
    })
    .post('/doublons/:groupe', async (c) => {
      const { contexte, trouve } = await lireGroupe(c)
      if (trouve === null) return c.html(<Introuvable contexte={contexte} quoi="ce groupe de doublons" />, 404)
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu || !estVerdict(lu.champs.verdict)) return c.text('Cette qualification n’existe pas.', 422)
      const { lecteur, territoire, groupe, paires } = trouve
      await qualifierPaires(lecteur.etat, paires, {
        ...{ territoire, verdict: lu.champs.verdict, motif: lu.champs.motif, par: lecteur.acces.qui, le: instant() },
      })
      return c.redirect(lien(contexte, `/doublons/${groupe.groupe}`, { fait: '1' }), 303)
    })
    .get('/exports/:fichier{doublons\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const trouves = territoire === null ? null : await doublonsDe(lecteur, territoire)
      if (format === null || territoire === null || trouves === null) return c.notFound()
      await consignerNumeros(lecteur, {
        ...{ action: 'EXPORT', instant: instant(), territoire, nombre: trouves.paires.length },
        detail: { liste: 'doublons', instantane: trouves.instantane, forme: format },
      })
      return envoyer(c, tableauDoublons(trouves), format, `doublons-${territoire}-${trouves.instantane}`)
    })
}
