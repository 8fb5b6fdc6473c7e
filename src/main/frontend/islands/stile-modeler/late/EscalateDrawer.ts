import { Maker, MAKING } from '../parts/Maker';
import { templateOf } from '../parts/kinds';
import { ensureAtRisk } from '../parts/roots';
import { definition, Properties } from '../panel/properties';
import type { Box, Drawn, Modeling, Services } from '../types';

const ABOUT = 'Tells the owner and asks the lead of the late department to decide. Ends by itself when the late task is done.';
const END = 36;

/** Draws Escalate as the shipped models do: with its end, and the promise at risk, for which the owner is asked to renew it. */
export class EscalateDrawer {
  private readonly maker: Maker;
  private readonly modeling: Modeling;
  private readonly properties: Properties;

  constructor(private services: Services) {
    this.maker = new Maker(services);
    this.modeling = services.get('modeling');
    this.properties = new Properties(services);
  }

  /** @param above whether what belongs to it stands above it, outside of the drawing */
  draw(box: Box, above: boolean, parent: Drawn): Drawn {
    const escalate = this.at({ ...MAKING.call, label: 'Escalate', properties: { calledElement: 'escalation' } }, { x: box.x + 60, y: box.y + 45 }, parent);
    this.properties.setDocumentation(escalate, ABOUT);
    const level = box.y + 45;
    this.flow(escalate, this.end('Late task dealt with', { x: box.x + 200, y: level }, parent));
    const away = above ? -1 : 1;
    const risk = this.atRisk(escalate, { x: box.x + 95, y: above ? box.y : box.y + box.height }, above);
    const level2 = (above ? box.y : box.y + box.height) + away * 95;
    const ask = this.at({ ...MAKING.action, label: 'Ask the owner to renew the promise' }, { x: box.x + 235, y: level2 }, parent);
    this.properties.set(ask, 'action', 'ask-owner-to-renew');
    this.maker.applyTemplate(ask, templateOf('ask-owner-to-renew'));
    this.modeling.connect(risk, ask, { type: 'bpmn:SequenceFlow',
      waypoints: [{ x: box.x + 95, y: risk.y + END / 2 }, { x: box.x + 95, y: level2 }, { x: box.x + 235, y: level2 }] });
    this.flow(ask, this.end('Renewal asked for', { x: box.x + 400, y: level2 }, parent));
    return escalate;
  }

  private atRisk(escalate: Drawn, place: { x: number; y: number }, above: boolean): Drawn {
    const shape = this.maker.shape({ ...MAKING.atRisk });
    const risk = this.modeling.createShape(shape, place, escalate, { attach: true });
    const escalation = definition(risk.businessObject, 'bpmn:EscalationEventDefinition')!;
    this.modeling.updateModdleProperties(risk, escalation, { escalationRef: ensureAtRisk(this.services) });
    const label = risk.label;
    if (label) {
      const y = above ? risk.y - label.height - 2 : risk.y + END + 2;
      this.modeling.moveShape(label, { x: Math.round(risk.x + END / 2 - 6 - label.width - label.x), y: Math.round(y - label.y) });
    }
    return risk;
  }

  private end(label: string, place: { x: number; y: number }, parent: Drawn): Drawn {
    const end = this.at({ ...MAKING.end, label }, place, parent);
    this.properties.set(end, 'outcome', 'none');
    return end;
  }

  private at(kind: Parameters<Maker['shape']>[0], place: { x: number; y: number }, parent: Drawn): Drawn {
    return this.modeling.createShape(this.maker.shape(kind), place, parent);
  }

  private flow(from: Drawn, to: Drawn): void {
    const y = from.y + from.height / 2;
    this.modeling.connect(from, to, { type: 'bpmn:SequenceFlow', waypoints: [{ x: from.x + from.width, y }, { x: to.x, y }] });
  }
}
