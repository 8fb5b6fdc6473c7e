declare module '*.css';
declare module '@fontsource-variable/inter/wght.css';
declare module 'dmn-js-shared/lib/base/EditingManager';
declare module 'dmn-js-decision-table/lib/Editor';
declare module 'dmn-js-decision-table/lib/features/hit-policy/HitPolicies';
declare module 'dmn-js-shared/lib/util/ModelUtil';
declare module 'bpmn-js-differ';
declare module 'bpmn-moddle';
