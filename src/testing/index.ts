/* What a host's own tests and examples need: `customers-overview/testing.js`. */
export { conformanceCustomers } from './conformance/conformance-customers.js';
export { describeProvider, type ConformanceOptions, type TestRunner } from './conformance/describe-provider.js';
export { sampleCustomers, type SampleOptions } from './sample-customers.js';
export { sampleEntitlements } from './sample-expirations.js';
export {
  ScriptedProvider,
  type ProviderMethod,
  type ScriptedCall,
  type ScriptedProviderOptions,
} from './scripted-provider.js';
