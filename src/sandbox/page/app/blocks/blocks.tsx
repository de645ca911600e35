import type { Block } from '../../../limits/block-types.ts'
import type { SeenView } from '../../sight.ts'
import { Control } from './control.tsx'
import { Drawn } from './drawn.tsx'
import { InputBlock, type Entering } from './input-block.tsx'

interface BlocksProps {
  blocks: Block[]
  values: SeenView['values']
  /** Somebody clicked or chose something. */
  onAction(action: string, value?: string): Promise<boolean>
  /** How inputs are filled in; only modals have any. */
  entering?: Entering
}

/** Blocks as a person sees them: what stands still is drawn by slack-blocks-to-jsx, what can be used is ours. */
export function Blocks({ blocks, values, onAction, entering }: BlocksProps) {
  return (
    <div className="blocks">
      {grouped(blocks).map((group, index) => {
        const [block] = group
        const key = block?.block_id ?? index
        if (!block || isStill(block)) return <Drawn key={key} blocks={group} />
        if (block.type === 'input') {
          return entering && <InputBlock key={key} block={block} entering={entering} />
        }
        return <Usable key={key} block={block} values={values} onAction={onAction} />
      })}
    </div>
  )
}

/** Buttons and menus, in a row of their own or beside a text. */
function Usable({ block, values, onAction }: Omit<BlocksProps, 'blocks' | 'entering'> & { block: Block }) {
  const { elements = [], accessory, ...rest } = block
  const used = block.type === 'actions' ? elements : accessory ? [accessory] : []
  return (
    <div className={block.type === 'actions' ? 'actions' : 'with-accessory'}>
      {block.type !== 'actions' && <Drawn blocks={[rest]} />}
      {used.map((element) => (
        <Control
          key={element.action_id}
          element={element}
          state={values[block.block_id ?? '']?.[element.action_id ?? '']}
          onAction={onAction}
        />
      ))}
    </div>
  )
}

const isStill = (block: Block): boolean =>
  block.type !== 'actions' && block.type !== 'input' && block.accessory?.action_id === undefined

/** Neighbours that stand still are drawn together. */
function grouped(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last?.[0] && isStill(last[0]) && isStill(block)) last.push(block)
    else groups.push([block])
  }
  return groups
}
