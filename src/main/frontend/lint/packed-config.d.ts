/** The rules of good modelling for bpmn-js-bpmnlint: `linting: { bpmnlint: packedConfig }`. Written by build/pack-lint.mjs. */
declare const packedConfig: { resolver: unknown; config: { rules: Record<string, unknown> }; moddleExtensions: Record<string, unknown> };
export default packedConfig;
