export { errorCodes } from './domain/availability.js';
export type { Availability, ErrorCode } from './domain/availability.js';
export type { Beacon, BeaconConnectivity, BeaconSummary } from './domain/beacons.js';
export type { Customer, CustomerCapability, CustomerDetails, Owner, Relationship } from './domain/customer.js';
export { entitlementStatus, sortEntitlements, summarizeEntitlements } from './domain/entitlements.js';
export type { EntitlementStatus } from './domain/entitlements.js';
export { defaultExpirationPolicy, expirationStatus, upcomingExpiration } from './domain/expirations.js';
export type {
  Entitlement,
  ExpirationClock,
  ExpirationPolicy,
  ExpirationStatus,
  ExpirationSummary,
  Expiry,
  UpcomingExpiration,
} from './domain/expirations.js';
export { canAdd, canDelete, canEdit, isViewOnly } from './domain/permissions.js';
export type { ColumnChoice, CustomersPreferences, Density, PreferencesStore } from './domain/preferences.js';
export { customersSortFields } from './domain/query.js';
export type {
  CustomersQuery,
  CustomersSort,
  CustomersSortField,
  ListQuery,
  PageRequest,
  SortDirection,
  StatusFilter,
} from './domain/query.js';
export type { CustomersSelection } from './domain/selection.js';

export { refusalReasons } from './domain/refusal-reason.js';
export type { RefusalReason } from './domain/refusal-reason.js';

export type {
  BulkResult,
  Call,
  CustomerDraft,
  CustomerEnrichment,
  CustomerPatch,
  CustomersHint,
  CustomersPage,
  CustomersProvider,
  MutationCall,
  OfferedCapability,
  ProviderDescription,
} from './providers/customers-provider.js';
export { errorCodeOf, ProviderError } from './providers/provider-error.js';
export type { ProblemDetails, RefusedField } from './providers/provider-error.js';
export { refusalReasonOf } from './providers/refusal-reason.js';

export { customersProviderContext, provideCustomers } from './controllers/customers-provider-context.js';
export type { ProvidedCustomers } from './controllers/customers-provider-context.js';

export type { Count } from './messages/count.js';
export type { Messages, MessagesOverride } from './messages/messages.js';

export { AddCustomers } from './elements/add-customers/add-customers.element.js';
export { CustomersCreatedEvent } from './elements/add-customers/customers-created-event.js';
export { BeaconCountLink } from './elements/beacon-count-link/beacon-count-link.element.js';
export { BeaconsOpenEvent } from './elements/beacon-count-link/beacons-open-event.js';
export { CustomerBeacons } from './elements/customer-beacons/customer-beacons.element.js';
export { CustomerDetailsElement } from './elements/customer-details/customer-details.element.js';
export type { DetailsPanels } from './elements/customer-details/beacons-panel.js';
export { TabChangeEvent } from './elements/customer-details/tab-change-event.js';
export { CustomerEditEvent } from './elements/customer-edit-event.js';
export { CustomersDeleteEvent } from './elements/customers-delete-event.js';
export { CustomersOverview } from './elements/customers-overview/customers-overview.element.js';
export type { OverviewPanels } from './elements/customers-overview/overview-panels.js';
export {
  CustomerOpenEvent,
  CustomersAddEvent,
  CustomersChangeEvent,
  QueryChangeEvent,
} from './elements/customers-overview/events.js';
export { SelectionChangeEvent } from './elements/customers-overview/selection-change-event.js';
export { SessionEndedEvent } from './elements/customers-overview/session-ended-event.js';
export { CustomersSource } from './elements/customers-source/customers-source.element.js';
export { ExpirationStatusElement } from './elements/expiration-status/expiration-status.element.js';
export { CustomersPanel } from './elements/customers-panel/customers-panel.element.js';
export { PanelClosedEvent } from './elements/customers-panel/panel-closed-event.js';
export { ExpirationsCloseEvent } from './elements/expirations-slideout/expirations-close-event.js';
export { ExpirationsSlideout } from './elements/expirations-slideout/expirations-slideout.element.js';
export { CustomersDeletedEvent } from './elements/delete-customers/customers-deleted-event.js';
export { DeleteCustomers } from './elements/delete-customers/delete-customers.element.js';
export { CustomerUpdatedEvent } from './elements/edit-customer/customer-updated-event.js';
export { EditCustomer } from './elements/edit-customer/edit-customer.element.js';
export { PanelCloseEvent } from './elements/panel-close-event.js';
export { ProviderErrorEvent } from './elements/provider-error-event.js';
export { ExpirationsOpenEvent } from './elements/upcoming-expiration/expirations-open-event.js';
export { UpcomingExpirationElement } from './elements/upcoming-expiration/upcoming-expiration.element.js';
