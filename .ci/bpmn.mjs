// Reads BPMN as process editors do: every element known, every reference resolved.
//   node .ci/bpmn.mjs FILE...
import { BpmnModdle } from 'bpmn-moddle';
import { readFile } from 'node:fs/promises';

const reader = new BpmnModdle();
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const { rootElement, warnings } = await reader.fromXML(await readFile(file, 'utf8'));
  const [process_] = rootElement.rootElements;
  const drawn = rootElement.diagrams[0].plane.planeElement;
  for (const warning of warnings) console.error(`${file}: ${warning.message}`);
  const lost = process_.flowElements.filter((element) => !drawn.some((shape) => shape.bpmnElement === element));
  for (const element of lost) console.error(`${file}: ${element.id} is not drawn`);
  wrong += warnings.length + lost.length;
  console.log(`${file}: ${process_.flowElements.length} elements, ${drawn.length} drawn`);
}
process.exit(wrong ? 1 : 0);
