/** The request: number, owner, state, clocks and journal. The heart. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "audit", "organisation", "customer", "catalogue", "web"})
package io.stile.request;

import org.springframework.modulith.ApplicationModule;
