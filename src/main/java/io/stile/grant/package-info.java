/** What was granted to customers: credits and goodwill, each a record, never above the authority of whoever grants. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "organisation", "customer", "catalogue", "request", "work", "web"})
package io.stile.grant;

import org.springframework.modulith.ApplicationModule;
