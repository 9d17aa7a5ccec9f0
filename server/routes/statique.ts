import { Hono } from 'hono'
import { assets, readAsset } from '../../web/assets.ts'

const UN_AN = 31_536_000

/** The pictures of the guide: one route for them all. */
const IMAGES = '/statique/aide/'

/** Style-sheets, script, font and pictures, each read once; their addresses change with their content. */
export const statique = (): Hono => {
  const app = new Hono()
  const lus = new Map(assets.map((asset) => [asset.chemin, { asset, contenu: new Uint8Array(readAsset(asset)) }]))
  const seuls = assets.filter(({ chemin }) => !chemin.startsWith(IMAGES))
  for (const chemin of [...seuls.map(({ chemin }) => chemin), `${IMAGES}:image`])
    app.get(chemin, (c) => {
      const lu = lus.get(c.req.path)
      if (lu === undefined) return c.notFound()
      c.header('Content-Type', lu.asset.type)
      c.header('Cache-Control', c.req.query('v') ? `public, max-age=${UN_AN}, immutable` : 'no-cache')
      return c.body(lu.contenu)
    })
  return app
}
