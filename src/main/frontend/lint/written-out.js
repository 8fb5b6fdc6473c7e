/**
 * What a rule wants to see written: bpmn-moddle reads these attributes if they are there, and leaves them out again when they say
 * what would hold without them.
 */
const ATTRIBUTES = { 'bpmn:BoundaryEvent': 'cancelActivity', 'bpmn:StartEvent': 'isInterrupting' };

/** Has this moddle write such attributes whenever they were read or set. What is left out has the same value as before. */
export function keepWrittenOut(moddle) {
  for (const [type, attribute] of Object.entries(ATTRIBUTES)) {
    // Only the writer looks here; what is created has its default from elsewhere by now.
    delete moddle.getType(type).$descriptor.propertiesByName[attribute].default;
  }
}
