import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { estJour } from '../../ingest/socle/jour.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import { lien } from '../../web/liens.ts'
import { exigerEntite } from '../acces/lecteur.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { noter, retirerAnnotation } from '../state/annotations.ts'
import { consigner } from '../state/journal.ts'
import { jour, lireFormulaire, OCTETS_DE_FORMULAIRE, requisSansNumero, texte } from './formulaire.ts'

const schema = z
  .object({
    texte: requisSansNumero('Ce qui a changé', 120),
    du: jour,
    au: texte(10).default(''),
    indicateur: texte(50).default(''),
    recalcule: texte(1).default(''),
  })
  .refine(({ au }) => au === '' || estJour(au), 'La date de fin n’est pas une date du calendrier.')
  .refine(({ du, au }) => au === '' || du <= au, 'La date de fin précède celle du début.')
  .refine(({ indicateur }) => indicateur === '' || indicateurDe(indicateur), 'Cet indicateur n’existe pas.')

/** The guichet that an address names, in the person's scope, with its territory. */
const sujetDe = async (c: Context<Env>) => {
  const { lecteur, contexte, portee } = await lireSujet(c)
  const guichet = (c.req.param('code') ?? '').toUpperCase()
  if (portee === null || contexte.territoire === null) return null
  exigerEntite(portee, { niveau: 'GUICHET', entite: guichet })
  if (!portee.guichets.some(({ code }) => code === guichet)) return null
  return { lecteur, contexte, territoire: contexte.territoire, guichet }
}

/** `/guichets/:code/annotations`: what the gestionnaire notes at a date, and takes back. */
export const annotations = (deps: Deps): Hono<Env> => {
  const { etat } = deps
  const instant = () => instantDe(deps.maintenant())

  const consignerNote = (c: Context<Env>, territoire: string, detail: Readonly<Record<string, unknown>>) =>
    consigner(etat, {
      instant: instant(),
      qui: c.get('acces').qui,
      role: c.get('acces').role,
      action: 'ANNOTATION',
      territoire,
      detail,
    })

  return new Hono<Env>()
    .use('/guichets/:code/annotations/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .post('/guichets/:code/annotations', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const { contexte, territoire, guichet, lecteur } = sujet
      const page = (parametres: Readonly<Record<string, string>>) =>
        c.redirect(`${lien(contexte, `/guichets/${encodeURIComponent(guichet)}`, parametres)}#notes`, 303)
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return c.text(fr(`${lu.reproche} Rien n’a été enregistré.`), 422)
      const { texte: dit, du, au, indicateur, recalcule } = lu.champs
      const note = {
        guichet,
        indicateur: indicateur === '' ? null : indicateur,
        du,
        au: estJour(au) ? au : null,
        recalcule: recalcule === '1',
      }
      const id = await noter(etat, { ...note, territoire, texte: dit, par: lecteur.acces.qui, le: instant() })
      await consignerNote(c, territoire, { id, ...note })
      return page({ note: 'enregistree' })
    })
    .post('/guichets/:code/annotations/:id/retirer', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const { contexte, territoire, guichet, lecteur } = sujet
      const id = Number(c.req.param('id'))
      if (!Number.isInteger(id)) return c.notFound()
      const retiree = await retirerAnnotation(etat, { territoire, guichet, id }, lecteur.acces.qui, instant())
      if (!retiree) return c.notFound()
      await consignerNote(c, territoire, { id, guichet, retiree: true })
      return c.redirect(`${lien(contexte, `/guichets/${encodeURIComponent(guichet)}`)}#notes`, 303)
    })
}
