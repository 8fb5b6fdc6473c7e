// What of form-js a form here may have. What the server refuses is not offered.
import type { Component } from './fields';

type FormFields = { _formFields: Record<string, { config: { name?: string } }> };
type Entry = { id: string };
type Group = { id: string; label: string; entries?: Entry[]; component?: unknown };
type Panel = { registerProvider(provider: object, priority: number): void };

/** After form-js's own provider. */
const LATER = 100;

/** Answers are not nested, and the id of a form is its place. */
const REFUSED_ENTRIES = new Set(['path', 'isRepeating', 'versionTag', 'id', 'allowAddRemove', 'disableCollapse', 'nonCollapsedItems']);
const REFUSED_GROUPS = new Set(['custom-values', 'securityAttributes']);

const GROUP_WORDS: Record<string, string> = {
  general: 'What is asked', valuesSource: 'Where the options come from', dynamicOptions: 'Options from a list', staticOptions: 'Options',
  optionsExpression: 'Options by an expression', condition: 'When it is hidden', layout: 'Width', appearance: 'Looks', serialization: 'How it is stored',
  constraints: 'Which dates', validation: 'Which answers are accepted',
};

const COMPONENT_WORDS: Record<string, string> = {
  textfield: 'Line of text', textarea: 'Longer text', number: 'Number', datetime: 'Date or time', checkbox: 'Yes or no', checklist: 'Several of a few',
  radio: 'One of a few', select: 'One of a list', taglist: 'Several of a list', text: 'Explanation', group: 'Group', separator: 'Line', spacer: 'Space',
};

/** @param types the components that the palette offers; others that a form already has are still shown */
export function allowed(types: string[]): object {
  class Palette {
    static $inject = ['formFields'];

    constructor(formFields: FormFields) {
      for (const [type, field] of Object.entries(formFields._formFields)) {
        // The palette lists what can be enumerated, the rest of the editor asks by name.
        const known = types.includes(type);
        const named = known ? Object.assign(field, { config: { ...field.config, name: COMPONENT_WORDS[type] ?? field.config.name } }) : field;
        Object.defineProperty(formFields._formFields, type, { value: named, enumerable: known, configurable: true, writable: true });
      }
    }
  }

  class Properties {
    static $inject = ['propertiesPanel'];

    constructor(panel: Panel) {
      panel.registerProvider(this, LATER);
    }

    getGroups(_field: Component): (groups: Group[]) => Group[] {
      return groups => groups.filter(group => !REFUSED_GROUPS.has(group.id)).map(group => ({
        ...group,
        label: GROUP_WORDS[group.id] ?? group.label,
        // Label and key are what everybody changes first.
        ...(group.id === 'general' ? { shouldOpen: true } : {}),
        ...(group.entries ? { entries: group.entries.filter(entry => !REFUSED_ENTRIES.has(entry.id)) } : {}),
      })).filter(group => !group.entries || group.entries.length > 0);
    }
  }

  return { __init__: ['stilePalette', 'stileProperties'], stilePalette: ['type', Palette], stileProperties: ['type', Properties] };
}
